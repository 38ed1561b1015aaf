<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
    <context>
        <name>AccountAccess</name>
        <message>
            <source>Not set: %1</source>
            <translation>Falta definir: %1</translation>
        </message>
        <message>
            <source>%1 is not a URL such as https://account.region.batch.azure.com</source>
            <translation>%1 não é uma URL como https://account.region.batch.azure.com</translation>
        </message>
        <message>
            <source>%1 is not an account key (base64)</source>
            <translation>%1 não é uma chave de conta (base64)</translation>
        </message>
        <message>
            <source>Copy it whole from the storage account's Access keys in the Azure portal.</source>
            <translation>Copie-a por inteiro de Chaves de acesso da conta de armazenamento, no portal do Azure.</translation>
        </message>
        <message>
            <source>The storage connection string has no %1</source>
            <translation>Falta %1 na cadeia de conexão do armazenamento</translation>
        </message>
        <message>
            <source>The AccountKey of the storage connection string is not base64</source>
            <translation>O AccountKey da cadeia de conexão do armazenamento não é base64</translation>
        </message>
        <message>
            <source>The BlobEndpoint of the storage connection string is not a URL</source>
            <translation>O BlobEndpoint da cadeia de conexão do armazenamento não é uma URL</translation>
        </message>
        <message>
            <source>Set them in the environment, or choose another account.</source>
            <translation>Defina essas variáveis no ambiente ou escolha outra conta.</translation>
        </message>
        <message>
            <source>The connection file cannot be read: %1</source>
            <translation>Não é possível ler o arquivo de conexão: %1</translation>
        </message>
        <message>
            <source>The line is not of the form NAME='value'</source>
            <translation>A linha não tem a forma NAME='value'</translation>
        </message>
        <message>
            <source>%1, line %2</source>
            <translation>%1, linha %2</translation>
        </message>
        <message>
            <source>Start the service again; it writes the file anew.</source>
            <translation>Inicie o serviço novamente; ele grava o arquivo de novo.</translation>
        </message>
    </context>
    <context>
        <name>AccountFields</name>
        <message>
            <source>This is not a URL such as https://host.example</source>
            <translation>Isto não é uma URL como https://host.example</translation>
        </message>
        <message>
            <source>The URL of the Batch account is needed</source>
            <translation>Falta a URL da conta do Batch</translation>
        </message>
        <message>
            <source>This is not a URL such as https://account.region.batch.azure.com</source>
            <translation>Isto não é uma URL como https://account.region.batch.azure.com</translation>
        </message>
        <message>
            <source>Copy it from Keys of the Batch account in the Azure portal.</source>
            <translation>Copie-a de Chaves da conta do Batch, no portal do Azure.</translation>
        </message>
        <message>
            <source>The whole URL is needed, such as https://%1.region.batch.azure.com</source>
            <translation>É preciso informar a URL inteira, como https://%1.region.batch.azure.com</translation>
        </message>
        <message>
            <source>Copy key 1 or key 2 whole from the Azure portal.</source>
            <translation>Copie a chave 1 ou a chave 2 por inteiro do portal do Azure.</translation>
        </message>
        <message>
            <source>The account's key is needed</source>
            <translation>Falta a chave da conta</translation>
        </message>
        <message>
            <source>This is not an account key: those are base64 and mostly end in ==</source>
            <translation>Isto não é uma chave de conta: elas são base64 e geralmente terminam em ==</translation>
        </message>
        <message>
            <source>The account needs a name</source>
            <translation>A conta precisa de um nome</translation>
        </message>
        <message>
            <source>The name must not begin or end with a space</source>
            <translation>O nome não pode começar nem terminar com um espaço</translation>
        </message>
        <message>
            <source>"%1" stands for something else</source>
            <translation>"%1" tem outro significado</translation>
        </message>
        <message>
            <source>The name is longer than %1 characters</source>
            <translation>O nome tem mais de %1 caracteres</translation>
        </message>
        <message>
            <source>The name must not hold a slash</source>
            <translation>O nome não pode conter uma barra</translation>
        </message>
        <message>
            <source>The name of the storage account is needed</source>
            <translation>Falta o nome da conta de armazenamento</translation>
        </message>
        <message>
            <source>Storage accounts have 3 to 24 lower-case letters and digits</source>
            <translation>Contas de armazenamento têm de 3 a 24 letras minúsculas e algarismos</translation>
        </message>
    </context>
    <context>
        <name>AccountProfiles</name>
        <message>
            <source>The %1 key of account "%2" is not in the keychain, or the keychain is locked</source>
            <translation>A chave %1 da conta "%2" não está no chaveiro do sistema, ou ele está bloqueado</translation>
        </message>
        <message>
            <source>Unlock it and try again; or enter the key again, or use --account env with the AZURE_* variables.</source>
            <translation>Desbloqueie-o e tente novamente; ou informe a chave novamente, ou use --account env com as variáveis AZURE_*.</translation>
        </message>
        <message>
            <source>The list of accounts cannot be read: %1</source>
            <translation>Não é possível ler a lista de contas: %1</translation>
        </message>
        <message>
            <source>The list of accounts is damaged: %1</source>
            <translation>A lista de contas está danificada: %1</translation>
        </message>
        <message>
            <source>Mend the file, or remove it and enter the accounts again.</source>
            <translation>Corrija o arquivo, ou remova-o e informe as contas novamente.</translation>
        </message>
        <message>
            <source>There is no account called "%1"</source>
            <translation>Não há nenhuma conta chamada "%1"</translation>
        </message>
        <message>
            <source>Known are: %1.</source>
            <translation>Contas conhecidas: %1.</translation>
        </message>
        <message>
            <source>The list of accounts cannot be written: %1</source>
            <translation>Não é possível gravar a lista de contas: %1</translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>A new account needs both of its keys</source>
            <translation>Uma conta nova precisa das suas duas chaves</translation>
        </message>
        <message>
            <source>No key is kept for this account</source>
            <translation>Não há nenhuma chave guardada para esta conta</translation>
        </message>
        <message>
            <source>Enter the key.</source>
            <translation>Informe a chave.</translation>
        </message>
        <message>
            <source>The account is forgotten, but its keys may still be in the keychain, under "batchdesk".</source>
            <translation>A conta foi esquecida, mas as suas chaves ainda podem estar no chaveiro do sistema, em "batchdesk".</translation>
        </message>
    </context>
    <context>
        <name>ApplicationArchive</name>
        <message>
            <source>A file of the application cannot be read: %1</source>
            <translation>Não é possível ler um arquivo do aplicativo: %1</translation>
        </message>
        <message>
            <source>It was there when the plan was made; put it back, or make the plan anew.</source>
            <translation>Ele existia quando o plano foi feito; coloque-o de volta ou refaça o plano.</translation>
        </message>
        <message>
            <source>The archive of the application cannot be written</source>
            <translation>Não é possível gravar o pacote do aplicativo</translation>
        </message>
        <message>
            <source>Make room on the disk, and try again.</source>
            <translation>Libere espaço no disco e tente novamente.</translation>
        </message>
        <message>
            <source>The archive of the application cannot be put in place</source>
            <translation>Não é possível colocar o pacote do aplicativo no lugar</translation>
        </message>
    </context>
    <context>
        <name>Batch</name>
        <message>
            <source>A range must start in the file and hold a byte</source>
            <translation>Um intervalo deve começar dentro do arquivo e conter pelo menos um byte</translation>
        </message>
        <message>
            <source>At most %1 tasks can be added in one request, not %2</source>
            <translation>Podem ser adicionadas no máximo %1 tarefas em uma solicitação, não %2</translation>
        </message>
        <message>
            <source>The task takes %1 bytes, more than the %2 of one request</source>
            <translation>A tarefa ocupa %1 bytes, mais do que os %2 de uma solicitação</translation>
        </message>
        <message>
            <source>Shorten its command line, environment or file lists.</source>
            <translation>Encurte a linha de comando, o ambiente ou as listas de arquivos.</translation>
        </message>
        <message>
            <source>The service's answer could not be read</source>
            <translation>Não foi possível ler a resposta do serviço</translation>
        </message>
        <message>
            <source>Check that the account's address is that of a Batch account.</source>
            <translation>Verifique se o endereço da conta é o de uma conta do Batch.</translation>
        </message>
        <message>
            <source>An id or path may not be empty, "." or ".."</source>
            <translation>Um ID ou caminho não pode ser vazio, "." nem ".."</translation>
        </message>
        <message>
            <source>The service's link to the next page leads to another host</source>
            <translation>O link do serviço para a próxima página leva a outro host</translation>
        </message>
        <message>
            <source>The Batch service</source>
            <translation>O serviço Batch</translation>
        </message>
        <message>
            <source>The service did not say whether it added the task</source>
            <translation>O serviço não informou se adicionou a tarefa</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::Accounts</name>
        <message>
            <source>This computer</source>
            <translation>Este computador</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Ambiente</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::AccountsPane</name>
        <message>
            <source>Accounts</source>
            <translation>Contas</translation>
        </message>
        <message>
            <source>&amp;Add account</source>
            <translation>Adici&amp;onar conta</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>Nova conta</translation>
        </message>
        <message>
            <source>%1 (this session)</source>
            <translation>%1 (nesta sessão)</translation>
        </message>
        <message>
            <source>%1
Its keys are kept until the window is closed.</source>
            <translation>%1
As suas chaves são mantidas até a janela ser fechada.</translation>
        </message>
        <message>
            <source>Private repositories</source>
            <translation>Repositórios privados</translation>
        </message>
        <message>
            <source>SSH keys</source>
            <translation>Chaves SSH</translation>
        </message>
        <message>
            <source>Access tokens</source>
            <translation>Tokens de acesso</translation>
        </message>
        <message>
            <source>Trusted hosts</source>
            <translation>Hosts confiáveis</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Seus dados</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Privacidade</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ApplicationPage</name>
        <message>
            <source>Application folder</source>
            <translation>Pasta do aplicativo</translation>
        </message>
        <message>
            <source>The folder with your script or program</source>
            <translation>A pasta com o seu script ou programa</translation>
        </message>
        <message>
            <source>Name of the r&amp;un</source>
            <translation>N&amp;ome da execução</translation>
        </message>
        <message>
            <source>Shown in lists, and the beginning of the job's id.</source>
            <translation>Aparece nas listas e é o começo do ID do trabalho.</translation>
        </message>
        <message>
            <source>&amp;Leave out</source>
            <translation>&amp;Deixar de fora</translation>
        </message>
        <message>
            <source>One pattern a line, as in a .gitignore file. Version control, caches and virtual environments are left out anyway.</source>
            <translation>Um padrão por linha, como em um arquivo .gitignore. Controle de versão, caches e ambientes virtuais ficam sempre de fora.</translation>
        </message>
        <message>
            <source>requirements.txt was found: the packages in it are installed with pip on each node.</source>
            <translation>requirements.txt foi encontrado: os pacotes listados nele são instalados com pip em cada nó.</translation>
        </message>
        <message>
            <source>A folder is sent to every machine; a Git repository is cloned there. Your data comes on the next page.</source>
            <translation>Uma pasta é enviada a cada máquina; um repositório Git é clonado nela. Os seus dados vêm na próxima página.</translation>
        </message>
        <message>
            <source>A folder on this com&amp;puter</source>
            <translation>Uma &amp;pasta neste computador</translation>
        </message>
        <message>
            <source>A &amp;Git repository</source>
            <translation>Um repositório &amp;Git</translation>
        </message>
        <message>
            <source>Application fol&amp;der</source>
            <translation>Pasta do aplica&amp;tivo</translation>
        </message>
        <message>
            <source>Enter an address to see what every node will do.</source>
            <translation>Informe um endereço para ver o que cada nó fará.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ArchiveModel</name>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ArchiveView</name>
        <message>
            <source>What will be sent</source>
            <translation>O que será enviado</translation>
        </message>
        <message>
            <source>Look at the folders again</source>
            <translation>Examinar as pastas novamente</translation>
        </message>
        <message>
            <source>What will be &amp;sent</source>
            <translation>O que &amp;será enviado</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n arquivo, %1</numerusform>
                <numerusform>%n arquivos, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CommandEdit</name>
        <message>
            <source>The input file, as a path on the node</source>
            <translation>O arquivo de entrada, como caminho no nó</translation>
        </message>
        <message>
            <source>The input file's name</source>
            <translation>O nome do arquivo de entrada</translation>
        </message>
        <message>
            <source>The input file's name without its ending</source>
            <translation>O nome do arquivo de entrada sem a extensão</translation>
        </message>
        <message>
            <source>The input file's ending, without the dot</source>
            <translation>A extensão do arquivo de entrada, sem o ponto</translation>
        </message>
        <message>
            <source>The number of the task, from 1 on</source>
            <translation>O número da tarefa, a partir de 1</translation>
        </message>
        <message>
            <source>The folder with your program</source>
            <translation>A pasta com o seu programa</translation>
        </message>
        <message>
            <source>The folder whose content comes home</source>
            <translation>A pasta cujo conteúdo é trazido de volta</translation>
        </message>
        <message>
            <source>Placeholders</source>
            <translation>Marcadores</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CommandModel</name>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarefa</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Observação</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Comando</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CommandTable</name>
        <message>
            <source>Tasks and their commands</source>
            <translation>Tarefas e seus comandos</translation>
        </message>
        <message>
            <source>Whole command line of the selected task</source>
            <translation>Linha de comando inteira da tarefa selecionada</translation>
        </message>
        <message>
            <source>As it will run on the node</source>
            <translation>Como será executada no nó</translation>
        </message>
        <message>
            <source>Copy the command line</source>
            <translation>Copiar a linha de comando</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Todas</translation>
        </message>
        <message>
            <source>Shortest</source>
            <translation>Mais curtas</translation>
        </message>
        <message>
            <source>Longest</source>
            <translation>Mais longas</translation>
        </message>
        <message>
            <source>Flagged</source>
            <translation>Sinalizadas</translation>
        </message>
        <message>
            <source>Flagged (%1)</source>
            <translation>Sinalizadas (%1)</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ConnectionResult</name>
        <message>
            <source>Batch</source>
            <translation>Batch</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Armazenamento</translation>
        </message>
        <message>
            <source>asking</source>
            <translation>consultando</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>responde</translation>
        </message>
        <message>
            <source>The key is right.</source>
            <translation>A chave está correta.</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>falhou</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CopyButton</name>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CredentialCombo</name>
        <message>
            <source>None: the repository is public</source>
            <translation>Nenhum: o repositório é público</translation>
        </message>
        <message>
            <source>Choose a key…</source>
            <translation>Escolha uma chave…</translation>
        </message>
        <message>
            <source>%1, which is for other addresses</source>
            <translation>%1, que é para outros endereços</translation>
        </message>
        <message>
            <source>%1, which is not on this computer</source>
            <translation>%1, que não está neste computador</translation>
        </message>
        <message>
            <source>New token…</source>
            <translation>Novo token…</translation>
        </message>
        <message>
            <source>New key…</source>
            <translation>Nova chave…</translation>
        </message>
        <message>
            <source>Make or import it under Accounts, or choose another one.</source>
            <translation>Crie-a ou importe-a em Contas, ou escolha outra.</translation>
        </message>
        <message>
            <source>Choose one that fits the address.</source>
            <translation>Escolha uma opção que sirva para o endereço.</translation>
        </message>
        <message>
            <source>For a private one, keep a token of %1 under Accounts.</source>
            <translation>Para um repositório privado, guarde um token de %1 em Contas.</translation>
        </message>
        <message>
            <source>There is no SSH key yet: New key… makes one, and shows where its public half belongs.</source>
            <translation>Ainda não há nenhuma chave SSH: Nova chave… cria uma e mostra onde colocar a parte pública.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CredentialForm</name>
        <message>
            <source>In the keychain</source>
            <translation>No chaveiro do sistema</translation>
        </message>
        <message>
            <source>For this session only</source>
            <translation>Somente nesta sessão</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Cance&amp;lar</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation>Informe um nome</translation>
        </message>
        <message>
            <source>T&amp;ry again</source>
            <translation>&amp;Tentar novamente</translation>
        </message>
        <message>
            <source>&amp;Keep for this session only</source>
            <translation>&amp;Guardar somente nesta sessão</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CredentialModel</name>
        <message>
            <source>This session</source>
            <translation>Esta sessão</translation>
        </message>
        <message>
            <source>Keychain</source>
            <translation>Chaveiro</translation>
        </message>
        <message>
            <source>Kept until the window is closed.</source>
            <translation>Permanece até a janela ser fechada.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>Impressão digital</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Usuário</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Inclusão</translation>
        </message>
        <message>
            <source>Kept in</source>
            <translation>Onde fica</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::CredentialTable</name>
        <message>
            <source>SSH keys</source>
            <translation>Chaves SSH</translation>
        </message>
        <message>
            <source>Access tokens</source>
            <translation>Tokens de acesso</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::DurationEdit</name>
        <message>
            <source>No limit</source>
            <translation>Sem limite</translation>
        </message>
        <message>
            <source>%1: unit</source>
            <translation>%1: unidade</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>segundos</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutos</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>horas</translation>
        </message>
        <message>
            <source>days</source>
            <translation>dias</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::EventModel</name>
        <message>
            <source>Info</source>
            <translation>Informação</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Aviso</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Problema</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Nível</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>O que aconteceu</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::FileList</name>
        <message>
            <source>Files</source>
            <translation>Arquivos</translation>
        </message>
        <message>
            <source>No files yet</source>
            <translation>Nenhum arquivo ainda</translation>
        </message>
        <message>
            <source>What the run brings home appears here.</source>
            <translation>O que a execução trouxer de volta aparece aqui.</translation>
        </message>
        <message>
            <source>Filter files</source>
            <translation>Filtrar arquivos</translation>
        </message>
        <message>
            <source>Filter by name or folder</source>
            <translation>Filtrar por nome ou pasta</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>A&amp;brir</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>&amp;Salvar como…</translation>
        </message>
        <message>
            <source>Show in &amp;folder</source>
            <translation>Mostrar na &amp;pasta</translation>
        </message>
        <message>
            <source>%1
The folder %2 is not there.</source>
            <translation>%1
A pasta %2 não existe.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n arquivo</numerusform>
                <numerusform>%n arquivos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>No program on this computer opens %1.</source>
            <translation>Nenhum programa neste computador abre %1.</translation>
        </message>
        <message>
            <source>The folder cannot be shown: %1</source>
            <translation>Não é possível mostrar a pasta: %1</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Salvar como</translation>
        </message>
        <message>
            <source>Saving %1…</source>
            <translation>Salvando %1…</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>Salvo como %1.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::FilePreview</name>
        <message>
            <source>Preview</source>
            <translation>Prévia</translation>
        </message>
        <message>
            <source>Select a file to look into it.</source>
            <translation>Selecione um arquivo para ver o seu conteúdo.</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>Não é possível ler o arquivo: %1</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>O arquivo está vazio.</translation>
        </message>
        <message>
            <source>There is no preview for files of this kind. Open it in its program.</source>
            <translation>Não há prévia para arquivos deste tipo. Abra-o no programa correspondente.</translation>
        </message>
        <message>
            <source>
… the rest is left out: %1 in all</source>
            <translation>
… o restante foi omitido: %1 ao todo</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::FixedAccountPage</name>
        <message>
            <source>Runs your tasks on this computer, through a small service that speaks the same language as Azure Batch. Nothing leaves this computer and nothing costs money, so it is the place to try a run first.</source>
            <translation>Executa as suas tarefas neste computador, por meio de um pequeno serviço que fala a mesma língua que o Azure Batch. Nada sai deste computador e nada tem custo; por isso, é o lugar certo para testar uma execução primeiro.</translation>
        </message>
        <message>
            <source>The service is started when a run needs it and ends by itself when nothing is left to do. There is nothing to enter.</source>
            <translation>O serviço é iniciado quando uma execução precisa dele e termina sozinho quando não resta nada a fazer. Não há nada a preencher.</translation>
        </message>
        <message>
            <source>The account that the AZURE_* variables of the environment name. They are read when the window starts, and nothing of them is kept.</source>
            <translation>A conta indicada pelas variáveis AZURE_* do ambiente. Elas são lidas quando a janela é aberta, e nada delas é guardado.</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation>&amp;Testar conexão</translation>
        </message>
        <message>
            <source>az, the Azure SDKs and scripts can use the service too, while it runs: this file holds the variables that they read. Only you can read it.</source>
            <translation>O az, os SDKs do Azure e scripts também podem usar o serviço enquanto ele está em execução: este arquivo contém as variáveis que eles leem. Só você pode lê-lo.</translation>
        </message>
        <message>
            <source>Connection file</source>
            <translation>Arquivo de conexão</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>Copiar o caminho</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ForgetAll</name>
        <message>
            <source>Account "%1"</source>
            <translation>Conta "%1"</translation>
        </message>
        <message>
            <source>SSH key "%1"</source>
            <translation>Chave SSH "%1"</translation>
        </message>
        <message>
            <source>Token "%1"</source>
            <translation>Token "%1"</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::GitAccess</name>
        <message>
            <source>T&amp;est access</source>
            <translation>Te&amp;star acesso</translation>
        </message>
        <message>
            <source>Asks the host for the repository with that key, as a node will</source>
            <translation>Pede o repositório ao host com essa chave, como um nó fará</translation>
        </message>
        <message>
            <source>Asking %1 …</source>
            <translation>Consultando %1…</translation>
        </message>
        <message>
            <source>Access works: branch %1 is at commit %2.</source>
            <translation>O acesso funciona: o branch %1 está no commit %2.</translation>
        </message>
        <message>
            <source>Access works: tag %1 is commit %2.</source>
            <translation>O acesso funciona: a tag %1 é o commit %2.</translation>
        </message>
        <message>
            <source>Access works. Whether the repository has the commit shows when a node clones it.</source>
            <translation>O acesso funciona. Se o repositório contém o commit, só se saberá quando um nó o clonar.</translation>
        </message>
        <message>
            <source>Access works: the default branch is at commit %1.</source>
            <translation>O acesso funciona: o branch padrão está no commit %1.</translation>
        </message>
        <message>
            <source>Access works: the default branch %1 is at commit %2.</source>
            <translation>O acesso funciona: o branch padrão %1 está no commit %2.</translation>
        </message>
        <message>
            <source>%1 is not trusted yet. This is how it proves who it is:</source>
            <translation>%1 ainda não é um host confiável. É assim que ele prova quem é:</translation>
        </message>
        <message>
            <source>There is nothing published to compare this with. Ask whoever runs %1 for the fingerprint, and trust it when it is the same.</source>
            <translation>Não há nada publicado com que comparar isto. Peça a impressão digital a quem administra %1 e confie no host se ela for a mesma.</translation>
        </message>
        <message>
            <source>Trust this host</source>
            <translation>Confiar neste host</translation>
        </message>
        <message>
            <source>It did not show its key a second time.</source>
            <translation>Ele não apresentou a chave uma segunda vez.</translation>
        </message>
        <message>
            <source>It shows now:</source>
            <translation>Agora ele apresenta:</translation>
        </message>
        <message>
            <source>Trusted on this computer:</source>
            <translation>Confiável neste computador:</translation>
        </message>
        <message>
            <source>Only when its administrators confirm the new key: forget the old one under Accounts, Trusted hosts, and test the access again.</source>
            <translation>Somente se os administradores dele confirmarem a nova chave: esqueça a antiga em Contas, Hosts confiáveis, e teste o acesso novamente.</translation>
        </message>
        <message>
            <source>Trusted hosts…</source>
            <translation>Hosts confiáveis…</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::GitForm</name>
        <message>
            <source>A&amp;ddress</source>
            <translation>En&amp;dereço</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>Checkout</translation>
        </message>
        <message>
            <source>Default branch</source>
            <translation>Branch padrão</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Commit</source>
            <translation>Commit</translation>
        </message>
        <message>
            <source>Chec&amp;k out</source>
            <translation>Chec&amp;kout</translation>
        </message>
        <message>
            <source>All of the repository</source>
            <translation>O repositório inteiro</translation>
        </message>
        <message>
            <source>Folder &amp;in the repository</source>
            <translation>Pasta no reposi&amp;tório</translation>
        </message>
        <message>
            <source>Ke&amp;y or token</source>
            <translation>C&amp;have ou token</translation>
        </message>
        <message>
            <source>&amp;More settings</source>
            <translation>&amp;Mais configurações</translation>
        </message>
        <message>
            <source>All history</source>
            <translation>Todo o histórico</translation>
        </message>
        <message>
            <source>Latest &amp;commits to fetch</source>
            <translation>Ú&amp;ltimos commits a buscar</translation>
        </message>
        <message>
            <source>One is the fastest. 0 fetches all history, for programs that ask Git for it.</source>
            <translation>Um só é o mais rápido. 0 busca todo o histórico, para programas que o consultam no Git.</translation>
        </message>
        <message>
            <source>Clone &amp;submodules too</source>
            <translation>Clonar também os su&amp;bmódulos</translation>
        </message>
        <message>
            <source>Fetch &amp;large files (Git LFS)</source>
            <translation>Buscar ar&amp;quivos grandes (Git LFS)</translation>
        </message>
        <message>
            <source>Time limit of the clone</source>
            <translation>Limite de tempo da clonagem</translation>
        </message>
        <message>
            <source>&amp;Time limit of the clone</source>
            <translation>L&amp;imite de tempo da clonagem</translation>
        </message>
        <message>
            <source>Name of the branch</source>
            <translation>Nome do branch</translation>
        </message>
        <message>
            <source>Each node clones what the branch holds when it starts.</source>
            <translation>Cada nó clona o que o branch contém quando o nó é iniciado.</translation>
        </message>
        <message>
            <source>Name of the tag</source>
            <translation>Nome da tag</translation>
        </message>
        <message>
            <source>Hash of the commit</source>
            <translation>Hash do commit</translation>
        </message>
        <message>
            <source>Hash of the commit, all 40 digits</source>
            <translation>Hash do commit, com todos os 40 dígitos</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::HelpWindow</name>
        <message>
            <source>Batchdesk Help</source>
            <translation>Ajuda do Batchdesk</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>Páginas da ajuda</translation>
        </message>
        <message>
            <source>Help text</source>
            <translation>Texto da ajuda</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::HostKeyList</name>
        <message>
            <source>%1 – %2 publishes this fingerprint</source>
            <translation>%1 – %2 publica esta impressão digital</translation>
        </message>
        <message>
            <source>%1 – %2 does not publish this fingerprint</source>
            <translation>%1 – %2 não publica esta impressão digital</translation>
        </message>
        <message>
            <source>%1 – trusted before</source>
            <translation>%1 – já era confiável</translation>
        </message>
        <message>
            <source>%1 publishes</source>
            <translation>%1 publica</translation>
        </message>
        <message>
            <source>The fingerprints that %1 publishes</source>
            <translation>As impressões digitais que %1 publica</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::HostKeyModel</name>
        <message>
            <source>You trusted it</source>
            <translation>Você confiou nela</translation>
        </message>
        <message>
            <source>Published by %1</source>
            <translation>Publicada por %1</translation>
        </message>
        <message>
            <source>Not published by %1</source>
            <translation>Não publicada por %1</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>Impressão digital</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Comparada com</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ImportKeyForm</name>
        <message>
            <source>This file cannot be read</source>
            <translation>Não é possível ler este arquivo</translation>
        </message>
        <message>
            <source>Choose a private key, such as ~/.ssh/id_ed25519.</source>
            <translation>Escolha uma chave privada, como ~/.ssh/id_ed25519.</translation>
        </message>
        <message>
            <source>This file is too large for a private key</source>
            <translation>Este arquivo é grande demais para uma chave privada</translation>
        </message>
        <message>
            <source>Choose the file of the private key</source>
            <translation>Escolha o arquivo da chave privada</translation>
        </message>
        <message>
            <source>I&amp;mport key</source>
            <translation>I&amp;mportar chave</translation>
        </message>
        <message>
            <source>Import an SSH key</source>
            <translation>Importar uma chave SSH</translation>
        </message>
        <message>
            <source>Opening the key, and handing it to the keychain, which may be asking you for a password in a window of its own.</source>
            <translation>Abrindo a chave e entregando-a ao chaveiro do sistema, que pode estar pedindo uma senha em uma janela própria.</translation>
        </message>
        <message>
            <source>Passphrase of the key</source>
            <translation>Frase secreta da chave</translation>
        </message>
        <message>
            <source>Enter the passphrase</source>
            <translation>Informe a frase secreta</translation>
        </message>
        <message>
            <source>It is needed this once. The key is then kept without it, for no node could ask you: the keychain protects it instead.</source>
            <translation>Ela só é necessária desta vez. Depois disso, a chave é guardada sem ela, pois nenhum nó poderia pedi-la a você: em vez dela, quem protege a chave é o chaveiro do sistema.</translation>
        </message>
        <message>
            <source>Your own name for it; settings.json refers to the key by it.</source>
            <translation>O nome que você dá a ela; settings.json se refere à chave por esse nome.</translation>
        </message>
        <message>
            <source>Private key</source>
            <translation>Chave privada</translation>
        </message>
        <message>
            <source>As ssh-keygen writes it. The file stays as it is.</source>
            <translation>Como o ssh-keygen a grava. O arquivo fica como está.</translation>
        </message>
        <message>
            <source>Choose fi&amp;le…</source>
            <translation>Escol&amp;her arquivo…</translation>
        </message>
        <message>
            <source>Choose a private key</source>
            <translation>Escolher uma chave privada</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::InputModel</name>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Observação</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::InputPage</name>
        <message>
            <source>Each file found here becomes one task, and the tasks run side by side.</source>
            <translation>Cada arquivo encontrado aqui se torna uma tarefa, e as tarefas são executadas lado a lado.</translation>
        </message>
        <message>
            <source>Input folder</source>
            <translation>Pasta de entrada</translation>
        </message>
        <message>
            <source>The folder with your data files</source>
            <translation>A pasta com os seus arquivos de dados</translation>
        </message>
        <message>
            <source>Input &amp;folder</source>
            <translation>&amp;Pasta de entrada</translation>
        </message>
        <message>
            <source>Look into &amp;sub-folders too</source>
            <translation>Procurar também nas &amp;subpastas</translation>
        </message>
        <message>
            <source>&amp;Take these files</source>
            <translation>Usar es&amp;tes arquivos</translation>
        </message>
        <message>
            <source>But not t&amp;hese</source>
            <translation>&amp;Mas não estes</translation>
        </message>
        <message>
            <source>One pattern a line: *.csv takes every name that ends in .csv, and 2024/*.csv those in the sub-folder 2024.</source>
            <translation>Um padrão por linha: *.csv inclui todos os nomes que terminam em .csv, e 2024/*.csv, os da subpasta 2024.</translation>
        </message>
        <message>
            <source>Input files</source>
            <translation>Arquivos de entrada</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Arquivos</translation>
        </message>
        <message>
            <source>Look at the folders again</source>
            <translation>Examinar as pastas novamente</translation>
        </message>
        <message>
            <source>First lines of the selected file</source>
            <translation>Primeiras linhas do arquivo selecionado</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n arquivo</numerusform>
                <numerusform>%n arquivos</numerusform>
            </translation>
        </message>
        <message>
            <source>, %1; the largest is %2, %3</source>
            <translation>, %1; o maior é %2, %3</translation>
        </message>
        <message>
            <source>First lines</source>
            <translation>Primeiras linhas</translation>
        </message>
        <message>
            <source>%1, the whole file</source>
            <translation>%1, o arquivo inteiro</translation>
        </message>
        <message>
            <source>First lines of %1</source>
            <translation>Primeiras linhas de %1</translation>
        </message>
        <message>
            <source>(This file is empty.)</source>
            <translation>(Este arquivo está vazio.)</translation>
        </message>
        <message>
            <source>(This is no text file.)</source>
            <translation>(Este não é um arquivo de texto.)</translation>
        </message>
        <message>
            <source>(This file cannot be read: %1)</source>
            <translation>(Não é possível ler este arquivo: %1)</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::KeyGuides</name>
        <message>
            <source>Give the public half to the repository's host</source>
            <translation>Entregue a parte pública ao host do repositório</translation>
        </message>
        <message>
            <source>Repository (optional)</source>
            <translation>Repositório (opcional)</translation>
        </message>
        <message>
            <source>Its address makes the links lead to its own pages.</source>
            <translation>Com o endereço dele, os links levam às páginas dele.</translation>
        </message>
        <message>
            <source>Host of the repository</source>
            <translation>Host do repositório</translation>
        </message>
        <message>
            <source>What to do there</source>
            <translation>O que fazer lá</translation>
        </message>
        <message>
            <source>Copy public key</source>
            <translation>Copiar a chave pública</translation>
        </message>
        <message>
            <source>Public key: %1</source>
            <translation>Chave pública: %1</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::LiveTable</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::MachinesPage</name>
        <message>
            <source>The machines that do the work. They are made for this run, and removed when it is done.</source>
            <translation>As máquinas que fazem o trabalho. São criadas para esta execução e removidas quando ela termina.</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Conta</translation>
        </message>
        <message>
            <source>Accounts…</source>
            <translation>Contas…</translation>
        </message>
        <message>
            <source>&amp;Account</source>
            <translation>Con&amp;ta</translation>
        </message>
        <message>
            <source>The nodes are processes on this computer: they need no account, cost nothing, and use its own system and processors. System and VM size matter when you choose an Azure account.</source>
            <translation>Os nós são processos neste computador: não precisam de conta, não têm custo e usam o sistema e os processadores dele. O sistema e o tamanho da VM importam quando você escolhe uma conta do Azure.</translation>
        </message>
        <message>
            <source>Operating s&amp;ystem</source>
            <translation>&amp;Sistema operacional</translation>
        </message>
        <message>
            <source>&amp;VM size</source>
            <translation>Tamanho da V&amp;M</translation>
        </message>
        <message>
            <source>D&amp;edicated nodes</source>
            <translation>Nós &amp;dedicados</translation>
        </message>
        <message>
            <source>S&amp;pot nodes</source>
            <translation>Nós S&amp;pot</translation>
        </message>
        <message>
            <source>Cheaper; the service may take them away, and the task starts anew.</source>
            <translation>Mais baratos; o serviço pode retirá-los, e a tarefa recomeça do início.</translation>
        </message>
        <message>
            <source>Tasks at a time on a n&amp;ode</source>
            <translation>Tare&amp;fas por vez em um nó</translation>
        </message>
        <message>
            <source>Install Python 3</source>
            <translation>Instalar o Python 3</translation>
        </message>
        <message>
            <source>Run a script of mine</source>
            <translation>Executar um script meu</translation>
        </message>
        <message>
            <source>Run a command line</source>
            <translation>Executar uma linha de comando</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>&amp;When a node starts</source>
            <translation>&amp;Quando um nó é iniciado</translation>
        </message>
        <message>
            <source>Start script</source>
            <translation>Script de inicialização</translation>
        </message>
        <message>
            <source>Start s&amp;cript</source>
            <translation>Script de iniciali&amp;zação</translation>
        </message>
        <message>
            <source>Start co&amp;mmand line</source>
            <translation>Linha de comando de iniciali&amp;zação</translation>
        </message>
        <message>
            <source>With administrator ri&amp;ghts</source>
            <translation>Com privilé&amp;gios de administrador</translation>
        </message>
        <message>
            <source>Retries of a failed tas&amp;k</source>
            <translation>Novas tentativas de uma tarefa com fal&amp;ha</translation>
        </message>
        <message>
            <source>Time limit of the job</source>
            <translation>Limite de tempo do trabalho</translation>
        </message>
        <message>
            <source>Time limit of the &amp;job</source>
            <translation>Limite de tempo do tra&amp;balho</translation>
        </message>
        <message>
            <source>Job i&amp;d</source>
            <translation>ID do traba&amp;lho</translation>
        </message>
        <message>
            <source>Poo&amp;l id</source>
            <translation>ID do p&amp;ool</translation>
        </message>
        <message>
            <source>This account is not set up on this computer. Add it under Accounts, or choose another.</source>
            <translation>Esta conta não está configurada neste computador. Adicione-a em Contas ou escolha outra.</translation>
        </message>
        <message>
            <source>As in the file: %1 %2</source>
            <translation>Como no arquivo: %1 %2</translation>
        </message>
        <message>
            <source>Made from the run's name and time</source>
            <translation>Formado com o nome e a hora da execução</translation>
        </message>
        <message>
            <source>Like the job</source>
            <translation>Como o trabalho</translation>
        </message>
        <message>
            <source>Your program and its requirements.txt are taken care of after that.</source>
            <translation>O seu programa e o requirements.txt dele são tratados depois disso.</translation>
        </message>
        <message>
            <source>Once your program is there, &amp;run</source>
            <translation>Com o seu programa no nó, &amp;executar</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::MainWindow</name>
        <message>
            <source>&amp;New run</source>
            <translation>&amp;Nova execução</translation>
        </message>
        <message>
            <source>&amp;Runs</source>
            <translation>&amp;Execuções</translation>
        </message>
        <message>
            <source>&amp;Outputs</source>
            <translation>&amp;Resultados</translation>
        </message>
        <message>
            <source>&amp;Accounts</source>
            <translation>&amp;Contas</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Arquivo</translation>
        </message>
        <message>
            <source>&amp;Open settings…</source>
            <translation>&amp;Abrir configurações…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Abrir &amp;recentes</translation>
        </message>
        <message>
            <source>&amp;Save settings</source>
            <translation>&amp;Salvar configurações</translation>
        </message>
        <message>
            <source>Save settings &amp;as…</source>
            <translation>Salvar configurações &amp;como…</translation>
        </message>
        <message>
            <source>&amp;Close window</source>
            <translation>&amp;Fechar janela</translation>
        </message>
        <message>
            <source>Runs go on without the window.</source>
            <translation>As execuções continuam sem a janela.</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>E&amp;xibir</translation>
        </message>
        <message>
            <source>&amp;Welcome page</source>
            <translation>&amp;Página de boas-vindas</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Aparência</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Igual ao &amp;sistema</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Claro</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Escuro</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Aj&amp;uda</translation>
        </message>
        <message>
            <source>&amp;Contents</source>
            <translation>&amp;Conteúdo</translation>
        </message>
        <message>
            <source>&amp;Placeholders in commands</source>
            <translation>&amp;Marcadores nos comandos</translation>
        </message>
        <message>
            <source>&amp;When something goes wrong</source>
            <translation>&amp;Quando algo dá errado</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Versão %1</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Abrir configurações</translation>
        </message>
        <message>
            <source>Settings (*.json)</source>
            <translation>Configurações (*.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>The sample could not be written: %1</source>
            <translation>Não foi possível gravar o exemplo: %1</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Nenhum ainda</translation>
        </message>
        <message>
            <source>%1[*] – Batchdesk</source>
            <translation>%1[*] – Batchdesk</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::NewKeyForm</name>
        <message>
            <source>&amp;Make key</source>
            <translation>Criar c&amp;have</translation>
        </message>
        <message>
            <source>New SSH key</source>
            <translation>Nova chave SSH</translation>
        </message>
        <message>
            <source>Making the key, and handing it to the keychain, which may be asking you for a password in a window of its own.</source>
            <translation>Criando a chave e entregando-a ao chaveiro do sistema, que pode estar pedindo uma senha em uma janela própria.</translation>
        </message>
        <message>
            <source>Your own name for it; settings.json refers to the key by it.</source>
            <translation>O nome que você dá a ela; settings.json se refere à chave por esse nome.</translation>
        </message>
        <message>
            <source>RSA, 4096 bits</source>
            <translation>RSA, 4096 bits</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Ed25519 is short and fast. Azure Repos and some old servers take RSA only.</source>
            <translation>Ed25519 é curta e rápida. O Azure Repos e alguns servidores antigos só aceitam RSA.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::NodeModel</name>
        <message>
            <source>Dedicated</source>
            <translation>Dedicado</translation>
        </message>
        <message>
            <source>Spot</source>
            <translation>Spot</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Nó</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>VM size</source>
            <translation>Tamanho da VM</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Em execução</translation>
        </message>
        <message>
            <source>Tasks run</source>
            <translation>Tarefas executadas</translation>
        </message>
        <message>
            <source>Succeeded</source>
            <translation>Com êxito</translation>
        </message>
        <message>
            <source>Trouble</source>
            <translation>Problemas</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::Notice</name>
        <message>
            <source>Where</source>
            <translation>Onde</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>Request id</source>
            <translation>ID da solicitação</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalhes</translation>
        </message>
        <message>
            <source>Copy the message</source>
            <translation>Copiar a mensagem</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::Notifier</name>
        <message numerus="yes">
            <source>%1: all %n task(s) are done, the results are here.</source>
            <translation>
                <numerusform>%1: %n tarefa foi concluída, os resultados estão aqui.</numerusform>
                <numerusform>%1: todas as %n tarefas foram concluídas, os resultados estão aqui.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n task(s) failed.</source>
            <translation>
                <numerusform>%1: %n tarefa falhou.</numerusform>
                <numerusform>%1: %n tarefas falharam.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 could not begin.</source>
            <translation>A execução %1 não pôde começar.</translation>
        </message>
        <message>
            <source>%1 broke off; it can go on.</source>
            <translation>A execução %1 foi interrompida; é possível continuá-la.</translation>
        </message>
        <message>
            <source>%1 was stopped.</source>
            <translation>A execução %1 foi parada.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::OutputsPane</name>
        <message>
            <source>Outputs</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>No outputs yet</source>
            <translation>Nenhum resultado ainda</translation>
        </message>
        <message>
            <source>What your runs bring home appears here, run by run.</source>
            <translation>O que as suas execuções trouxerem de volta aparece aqui, execução por execução.</translation>
        </message>
        <message>
            <source>Runs with outputs</source>
            <translation>Execuções com resultados</translation>
        </message>
        <message>
            <source>Copy the folder's path</source>
            <translation>Copiar o caminho da pasta</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>Nenhum arquivo</translation>
        </message>
        <message>
            <source>What this run brought home is not there any more.</source>
            <translation>O que esta execução trouxe de volta não está mais aqui.</translation>
        </message>
        <message>
            <source>No files yet</source>
            <translation>Nenhum arquivo ainda</translation>
        </message>
        <message>
            <source>This run has not brought anything home yet.</source>
            <translation>Esta execução ainda não trouxe nada de volta.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::PathEdit</name>
        <message>
            <source>Browse…</source>
            <translation>Procurar…</translation>
        </message>
        <message>
            <source>Browse for: %1</source>
            <translation>Procurar: %1</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::PreflightList</name>
        <message>
            <source>Passed</source>
            <translation>Aprovado</translation>
        </message>
        <message>
            <source>Look at this</source>
            <translation>Verifique isto</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Falhou</translation>
        </message>
        <message>
            <source>Not looked at</source>
            <translation>Não verificado</translation>
        </message>
        <message>
            <source>Checks before the launch</source>
            <translation>Verificações antes de iniciar</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::PrivacyPage</name>
        <message>
            <source>Privacy</source>
            <translation>Privacidade</translation>
        </message>
        <message>
            <source>What Batchdesk keeps, and where. It reports nothing to anybody: no usage, no statistics, no crash reports, no question for updates. It talks to your own accounts, and to the hosts of your repositories.</source>
            <translation>O que o Batchdesk guarda, e onde. Ele não informa nada a ninguém: nem uso, nem estatísticas, nem relatórios de falhas, nem consultas por atualizações. Ele fala com as suas próprias contas e com os hosts dos seus repositórios.</translation>
        </message>
        <message>
            <source>For&amp;get all keys…</source>
            <translation>Es&amp;quecer todas as chaves…</translation>
        </message>
        <message>
            <source>Keys and tokens</source>
            <translation>Chaves e tokens</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>Neste computador</translation>
        </message>
        <message>
            <source>In Azure</source>
            <translation>No Azure</translation>
        </message>
        <message>
            <source>%1: this session only</source>
            <translation>%1: somente nesta sessão</translation>
        </message>
        <message>
            <source>%1: in the keychain</source>
            <translation>%1: no chaveiro do sistema</translation>
        </message>
        <message>
            <source>None is kept.</source>
            <translation>Nada está guardado.</translation>
        </message>
        <message>
            <source>The keychain of this system lists them under "batchdesk". What is kept for this session goes when the window is closed.</source>
            <translation>O chaveiro deste sistema os lista em "batchdesk". O que é mantido nesta sessão some quando a janela é fechada.</translation>
        </message>
        <message>
            <source>Where: %1</source>
            <translation>Onde: %1</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir pasta</translation>
        </message>
        <message>
            <source>Nothing is there yet</source>
            <translation>Ainda não há nada lá</translation>
        </message>
        <message>
            <source>Open folder: %1</source>
            <translation>Abrir pasta: %1</translation>
        </message>
        <message>
            <source>No program opens folders here</source>
            <translation>Nenhum programa abre pastas aqui</translation>
        </message>
        <message>
            <source>Copy the path, and look there yourself.</source>
            <translation>Copie o caminho e examine a pasta por conta própria.</translation>
        </message>
        <message>
            <source>No key is kept.</source>
            <translation>Nenhuma chave está guardada.</translation>
        </message>
        <message>
            <source>Forget every account, SSH key and token, with all their keys? Settings that name them can no longer be launched, and runs of these accounts no longer followed. Nothing changes in Azure or at the repositories' hosts.</source>
            <translation>Esquecer todas as contas, chaves SSH e tokens, com todas as suas chaves? As configurações que os indicam não poderão mais ser iniciadas, e as execuções dessas contas não poderão mais ser acompanhadas. Nada muda no Azure nem nos hosts dos repositórios.</translation>
        </message>
        <message>
            <source>F&amp;orget all</source>
            <translation>&amp;Esquecer tudo</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Manter</translation>
        </message>
        <message>
            <source>Waiting for the keychain. It may be asking you for a password in a window of its own.</source>
            <translation>Aguardando o chaveiro do sistema. Ele pode estar pedindo uma senha em uma janela própria.</translation>
        </message>
        <message>
            <source>All keys are forgotten.</source>
            <translation>Todas as chaves foram esquecidas.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ProfileForm</name>
        <message>
            <source>New account</source>
            <translation>Nova conta</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Your own name for it; settings.json refers to the account by it.</source>
            <translation>O nome que você dá a ela; settings.json se refere à conta por esse nome.</translation>
        </message>
        <message>
            <source>Keys are kept in the keychain of this system and nowhere else: neither in settings.json nor in the list of accounts. They sign requests on this computer and are not sent themselves.</source>
            <translation>As chaves são guardadas no chaveiro deste sistema e em nenhum outro lugar: nem em settings.json nem na lista de contas. Elas assinam solicitações neste computador e não são enviadas.</translation>
        </message>
        <message>
            <source>Batch account</source>
            <translation>Conta do Batch</translation>
        </message>
        <message>
            <source>Batch account URL</source>
            <translation>URL da conta do Batch</translation>
        </message>
        <message>
            <source>Batch account name</source>
            <translation>Nome da conta do Batch</translation>
        </message>
        <message>
            <source>The name of the account is needed</source>
            <translation>Falta o nome da conta</translation>
        </message>
        <message>
            <source>Batch key</source>
            <translation>Chave do Batch</translation>
        </message>
        <message>
            <source>Storage account</source>
            <translation>Conta de armazenamento</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Salvar</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation>&amp;Testar conexão</translation>
        </message>
        <message>
            <source>For&amp;get account…</source>
            <translation>Es&amp;quecer conta…</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Descartar</translation>
        </message>
        <message>
            <source>Batch account: %1</source>
            <translation>Conta do Batch: %1</translation>
        </message>
        <message>
            <source>The URL of the account, from its Keys page in the Azure portal.</source>
            <translation>A URL da conta, na página Chaves dela no portal do Azure.</translation>
        </message>
        <message>
            <source>Kept for this session; leave empty to keep it</source>
            <translation>Mantida nesta sessão; deixe em branco para mantê-la</translation>
        </message>
        <message>
            <source>Leave empty to keep the one in the keychain</source>
            <translation>Deixe em branco para manter a que está no chaveiro do sistema</translation>
        </message>
        <message>
            <source>settings.json refers to the account by this name, so it stays.</source>
            <translation>settings.json se refere à conta por este nome; por isso, ele não muda.</translation>
        </message>
        <message>
            <source>There is an account of this name already</source>
            <translation>Já existe uma conta com este nome</translation>
        </message>
        <message>
            <source>Saved. The keys are in the keychain.</source>
            <translation>Salvo. As chaves estão no chaveiro do sistema.</translation>
        </message>
        <message>
            <source>Saved. The keys are kept until you close the window; enter them again after that.</source>
            <translation>Salvo. As chaves são mantidas até você fechar a janela; depois disso, informe-as novamente.</translation>
        </message>
        <message>
            <source>&amp;Keep for this session only</source>
            <translation>&amp;Manter somente nesta sessão</translation>
        </message>
        <message>
            <source>T&amp;ry again</source>
            <translation>Tentar no&amp;vamente</translation>
        </message>
        <message>
            <source>Waiting for the keychain. It may be asking you for a password in a window of its own.</source>
            <translation>Aguardando o chaveiro do sistema. Ele pode estar pedindo uma senha em uma janela própria.</translation>
        </message>
        <message>
            <source>Forget "%1"? Its keys are removed from the keychain. Nothing in Azure changes, but runs of this account can no longer be followed from here.</source>
            <translation>Esquecer "%1"? As chaves desta conta serão removidas do chaveiro do sistema. Nada muda no Azure, mas as execuções desta conta não poderão mais ser acompanhadas daqui.</translation>
        </message>
        <message>
            <source>F&amp;orget</source>
            <translation>&amp;Esquecer</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Manter</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RestJob</name>
        <message>
            <source>%1 did not answer within %2 s</source>
            <translation>%1 não respondeu em %2 s</translation>
        </message>
        <message>
            <source>Check the network connection and try again.</source>
            <translation>Verifique a conexão de rede e tente novamente.</translation>
        </message>
        <message>
            <source>No answer from %1: %2</source>
            <translation>Nenhuma resposta de %1: %2</translation>
        </message>
        <message>
            <source>The answer of %1 broke off: %2</source>
            <translation>A resposta de %1 foi interrompida: %2</translation>
        </message>
        <message>
            <source>Check the endpoint and the network connection.</source>
            <translation>Verifique o endpoint e a conexão de rede.</translation>
        </message>
        <message>
            <source>%1 was answered with HTTP status %2</source>
            <translation>%1 recebeu como resposta o status HTTP %2</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ResultModel</name>
        <message>
            <source>%1 bytes</source>
            <translation>%1 bytes</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Modified</source>
            <translation>Modificado</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::ReviewPage</name>
        <message>
            <source>Everything that a launch will do. Nothing has been created so far.</source>
            <translation>Tudo o que será feito ao iniciar. Nada foi criado até agora.</translation>
        </message>
        <message>
            <source>Copy as a&amp;z commands</source>
            <translation>Copiar como comandos a&amp;z</translation>
        </message>
        <message>
            <source>Checks before the launch</source>
            <translation>Verificações antes de iniciar</translation>
        </message>
        <message>
            <source>&amp;Check again</source>
            <translation>Veri&amp;ficar novamente</translation>
        </message>
        <message>
            <source>Results folder</source>
            <translation>Pasta de resultados</translation>
        </message>
        <message>
            <source>&amp;Results folder</source>
            <translation>&amp;Pasta de resultados</translation>
        </message>
        <message>
            <source>Each run gets a folder of its own in it.</source>
            <translation>Cada execução recebe uma pasta própria dentro dela.</translation>
        </message>
        <message>
            <source>One made for this run</source>
            <translation>Um criado para esta execução</translation>
        </message>
        <message>
            <source>C&amp;ontainer for the results</source>
            <translation>C&amp;ontêiner dos resultados</translation>
        </message>
        <message>
            <source>Remove the &amp;pool, so that it costs nothing more</source>
            <translation>Remover o poo&amp;l, para que não gere mais custos</translation>
        </message>
        <message>
            <source>Remove the &amp;job and its list of tasks</source>
            <translation>Remover o trabal&amp;ho e a sua lista de tarefas</translation>
        </message>
        <message>
            <source>Containers when it is done</source>
            <translation>Contêineres ao terminar</translation>
        </message>
        <message>
            <source>Remove the copies of program and inputs</source>
            <translation>Remover as cópias do programa e das entradas</translation>
        </message>
        <message>
            <source>Remove all containers once the results are here</source>
            <translation>Remover todos os contêineres quando os resultados estiverem aqui</translation>
        </message>
        <message>
            <source>Keep all containers</source>
            <translation>Manter todos os contêineres</translation>
        </message>
        <message>
            <source>When it is done</source>
            <translation>Ao terminar</translation>
        </message>
        <message>
            <source>&amp;Save settings…</source>
            <translation>&amp;Salvar configurações…</translation>
        </message>
        <message>
            <source>A script that does the same with Microsoft's az program. Keys are variables in it.</source>
            <translation>Um script que faz o mesmo com o programa az da Microsoft. Nele, as chaves são variáveis.</translation>
        </message>
        <message>
            <source>There is no plan yet: something above has to be mended first.</source>
            <translation>Ainda não há um plano: primeiro é preciso corrigir algo acima.</translation>
        </message>
        <message>
            <source>The plan is being made.</source>
            <translation>O plano está sendo feito.</translation>
        </message>
        <message>
            <source>They run as soon as there is a plan.</source>
            <translation>Elas são feitas assim que houver um plano.</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Verificando…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunFigures</name>
        <message>
            <source>done</source>
            <translation>concluídas</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>com falha</translation>
        </message>
        <message>
            <source>running</source>
            <translation>em execução</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>não executadas</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>aguardando</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tarefas</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) ended</source>
            <translation>
                <numerusform>%n tarefa encerrada</numerusform>
                <numerusform>%n tarefas encerradas</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 elapsed</source>
            <translation>%1 decorridos</translation>
        </message>
        <message>
            <source>about %1 left</source>
            <translation>restam cerca de %1</translation>
        </message>
        <message>
            <source>%1 tasks/min</source>
            <translation>%1 tarefas/min</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunHeader</name>
        <message>
            <source>Copy run id</source>
            <translation>Copiar o id da execução</translation>
        </message>
        <message>
            <source>‹ Runs</source>
            <translation>‹ Execuções</translation>
        </message>
        <message>
            <source>Back to the list of runs</source>
            <translation>Voltar à lista de execuções</translation>
        </message>
        <message>
            <source>Back to the list of runs (Alt+Left)</source>
            <translation>Voltar à lista de execuções (Alt+Seta para a esquerda)</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Parar</translation>
        </message>
        <message>
            <source>Open &amp;results</source>
            <translation>A&amp;brir resultados</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>Abr&amp;ir pasta</translation>
        </message>
        <message>
            <source>started %1</source>
            <translation>início: %1</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Parando…</translation>
        </message>
        <message>
            <source>Nothing was brought home yet</source>
            <translation>Nenhum resultado foi trazido ainda</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunNotices</name>
        <message>
            <source>exit code %1</source>
            <translation>código de saída %1</translation>
        </message>
        <message>
            <source>it never started</source>
            <translation>nunca chegou a iniciar</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2. %3</source>
            <translation>%1: %2. %3</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) failed:</source>
            <translation>
                <numerusform>%n tarefa falhou:</numerusform>
                <numerusform>%n tarefas falharam:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more, see the tasks.</source>
            <translation>
                <numerusform>e mais %n, veja as tarefas.</numerusform>
                <numerusform>e mais %n, veja as tarefas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Still there:</source>
            <translation>Ainda existem:</translation>
        </message>
        <message>
            <source>This run broke off. What it made still exists and may cost money: go on with it, or clean up.</source>
            <translation>Esta execução foi interrompida. O que ela criou ainda existe e pode gerar custos: continue a execução ou faça a limpeza.</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>&amp;Continuar</translation>
        </message>
        <message>
            <source>&amp;Clean up now</source>
            <translation>Li&amp;mpar agora</translation>
        </message>
        <message>
            <source>Stop the run? Its tasks end and what it made is removed.</source>
            <translation>Parar a execução? As tarefas dela são encerradas e o que ela criou é removido.</translation>
        </message>
        <message>
            <source>Stop the run</source>
            <translation>Parar a execução</translation>
        </message>
        <message>
            <source>Keep running</source>
            <translation>Manter em execução</translation>
        </message>
        <message>
            <source>The results are also kept in storage: %1.</source>
            <translation>Os resultados também ficam no armazenamento: %1.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunPage</name>
        <message>
            <source>&amp;Tasks</source>
            <translation>&amp;Tarefas</translation>
        </message>
        <message>
            <source>&amp;Nodes</source>
            <translation>&amp;Nós</translation>
        </message>
        <message>
            <source>&amp;Outputs</source>
            <translation>Re&amp;sultados</translation>
        </message>
        <message>
            <source>&amp;Log</source>
            <translation>&amp;Log</translation>
        </message>
        <message>
            <source>Nodes</source>
            <translation>Nós</translation>
        </message>
        <message>
            <source>No nodes</source>
            <translation>Nenhum nó</translation>
        </message>
        <message>
            <source>Nodes appear here once the pool has some. They are gone when the run has ended.</source>
            <translation>Os nós aparecem aqui assim que o pool tiver algum. Eles somem quando a execução termina.</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>Nenhum arquivo</translation>
        </message>
        <message>
            <source>This run brought nothing home.</source>
            <translation>Esta execução não trouxe nenhum resultado.</translation>
        </message>
        <message>
            <source>Cleaning up</source>
            <translation>Limpando</translation>
        </message>
        <message>
            <source>reading</source>
            <translation>lendo</translation>
        </message>
        <message>
            <source>live</source>
            <translation>ao vivo</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>dados de %1</translation>
        </message>
        <message>
            <source>broken off</source>
            <translation>interrompida</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>encerrada</translation>
        </message>
        <message>
            <source>Going on with the run…</source>
            <translation>Continuando a execução…</translation>
        </message>
        <message>
            <source>Removing what is still there…</source>
            <translation>Removendo o que ainda existe…</translation>
        </message>
        <message>
            <source>Not everything could be removed</source>
            <translation>Não foi possível remover tudo</translation>
        </message>
        <message>
            <source>The log says why. Try again, or remove the rest in the Azure portal.</source>
            <translation>O log informa o motivo. Tente novamente ou remova o restante no portal do Azure.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunWizard</name>
        <message>
            <source>New run</source>
            <translation>Nova execução</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Etapas</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Voltar</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>Ava&amp;nçar</translation>
        </message>
        <message>
            <source>&amp;Launch</source>
            <translation>&amp;Iniciar</translation>
        </message>
        <message>
            <source>%1 has changes that are not saved.</source>
            <translation>%1 tem alterações não salvas.</translation>
        </message>
        <message>
            <source>Save first</source>
            <translation>Salvar primeiro</translation>
        </message>
        <message>
            <source>Discard the changes</source>
            <translation>Descartar as alterações</translation>
        </message>
        <message>
            <source>Stay here</source>
            <translation>Ficar aqui</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Salvar configurações</translation>
        </message>
        <message>
            <source>Settings (*.json);;All files (*)</source>
            <translation>Configurações (*.json);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>, not saved</source>
            <translation>, não salvo</translation>
        </message>
        <message>
            <source>%1 was changed or removed by another program.</source>
            <translation>%1 foi alterado ou removido por outro programa.</translation>
        </message>
        <message>
            <source>Load it again</source>
            <translation>Carregar novamente</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Manter a minha versão</translation>
        </message>
        <message>
            <source>This file holds keys of an account. They belong into Accounts: add the account there, and choose it under Machines. They are not used here, and saving the settings removes them from the file.</source>
            <translation>Este arquivo contém chaves de uma conta. O lugar delas é em Contas: adicione a conta lá e escolha-a em Máquinas. Elas não são usadas aqui, e salvar as configurações as remove do arquivo.</translation>
        </message>
        <message>
            <source>Accounts…</source>
            <translation>Contas…</translation>
        </message>
        <message numerus="yes">
            <source>And %n more</source>
            <translation>
                <numerusform>E mais %n</numerusform>
                <numerusform>E mais %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>Ir para %1</translation>
        </message>
        <message>
            <source>Leave out what is wrong</source>
            <translation>Deixar de fora o que está errado</translation>
        </message>
        <message>
            <source>Starting the run…</source>
            <translation>Iniciando a execução…</translation>
        </message>
        <message>
            <source>Looking at the settings…</source>
            <translation>Analisando as configurações…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Verificando…</translation>
        </message>
        <message>
            <source>A check failed; see what to do about it.</source>
            <translation>Uma verificação falhou; veja o que fazer a respeito.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunsModel</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Execução</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tarefas</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Conta</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Início</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duração</translation>
        </message>
        <message>
            <source>Run id</source>
            <translation>Id da execução</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunsPane</name>
        <message>
            <source>Runs</source>
            <translation>Execuções</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>A&amp;brir</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Nenhuma execução ainda</translation>
        </message>
        <message>
            <source>A run takes your program and a folder of input files, runs the program once for each file, and brings the results home.</source>
            <translation>Uma execução usa o seu programa e uma pasta de arquivos de entrada, executa o programa uma vez para cada arquivo e traz os resultados para o seu computador.</translation>
        </message>
        <message>
            <source>&amp;New run…</source>
            <translation>&amp;Nova execução…</translation>
        </message>
        <message>
            <source>reading</source>
            <translation>lendo</translation>
        </message>
        <message>
            <source>live</source>
            <translation>ao vivo</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>dados de %1</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::SettingsFile</name>
        <message>
            <source>The settings cannot be saved: %1</source>
            <translation>Não é possível salvar as configurações: %1</translation>
        </message>
        <message>
            <source>Choose another place, or look at the folder's permissions.</source>
            <translation>Escolha outro local ou verifique as permissões da pasta.</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sem título</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::SshKeysPage</name>
        <message>
            <source>SSH keys</source>
            <translation>Chaves SSH</translation>
        </message>
        <message>
            <source>A key opens a private repository. Its public half goes to the repository's host. Its private half stays in the keychain of this system, and goes to the nodes that clone, for as long as the clone takes.</source>
            <translation>Uma chave abre um repositório privado. A parte pública vai para o host do repositório. A parte privada fica no chaveiro deste sistema e vai para os nós que clonam, enquanto durar a clonagem.</translation>
        </message>
        <message>
            <source>No key yet. Make one for each thing that is to be opened: it can then be withdrawn without the others.</source>
            <translation>Nenhuma chave ainda. Crie uma para cada coisa a ser aberta: assim, ela pode ser revogada sem as outras.</translation>
        </message>
        <message>
            <source>N&amp;ew key…</source>
            <translation>No&amp;va chave…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importar…</translation>
        </message>
        <message>
            <source>Cop&amp;y public key</source>
            <translation>Copiar chave &amp;pública</translation>
        </message>
        <message>
            <source>Save p&amp;ublic key…</source>
            <translation>&amp;Salvar chave pública…</translation>
        </message>
        <message>
            <source>For&amp;get key…</source>
            <translation>Es&amp;quecer chave…</translation>
        </message>
        <message>
            <source>The public half of "%1" is copied.</source>
            <translation>A parte pública de "%1" foi copiada.</translation>
        </message>
        <message>
            <source>"%1" is kept until you close the window. Give its public half to the repository's host now.</source>
            <translation>"%1" é mantida até você fechar a janela. Agora entregue a parte pública dela ao host do repositório.</translation>
        </message>
        <message>
            <source>"%1" is in the keychain. Give its public half to the repository's host now.</source>
            <translation>"%1" está no chaveiro do sistema. Agora entregue a parte pública dela ao host do repositório.</translation>
        </message>
        <message>
            <source>Save the public key</source>
            <translation>Salvar a chave pública</translation>
        </message>
        <message>
            <source>Public keys (*.pub)</source>
            <translation>Chaves públicas (*.pub)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>The public half is saved as %1.</source>
            <translation>A parte pública foi salva como %1.</translation>
        </message>
        <message>
            <source>The public key cannot be saved: %1</source>
            <translation>Não é possível salvar a chave pública: %1</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Escolha outra pasta.</translation>
        </message>
        <message>
            <source>Forget "%1"? Its private half is removed for good. Settings that name it can no longer be launched. Withdraw it at the repository's host too.</source>
            <translation>Esquecer "%1"? A parte privada dela será removida de vez. As configurações que a indicam não poderão mais ser iniciadas. Revogue-a também no host do repositório.</translation>
        </message>
        <message>
            <source>F&amp;orget</source>
            <translation>&amp;Esquecer</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Manter</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::StatePill</name>
        <message>
            <source>State: %1</source>
            <translation>Estado: %1</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::StepButton</name>
        <message>
            <source>Step %1: %2</source>
            <translation>Etapa %1: %2</translation>
        </message>
        <message>
            <source>, filled in</source>
            <translation>, preenchida</translation>
        </message>
        <message>
            <source>, something is wrong</source>
            <translation>, há algo errado</translation>
        </message>
        <message>
            <source>, current</source>
            <translation>, atual</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::StepStrip</name>
        <message>
            <source>Broken off</source>
            <translation>Interrompida</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 de %2 arquivos</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::StorageFields</name>
        <message>
            <source>Storage account</source>
            <translation>Conta de armazenamento</translation>
        </message>
        <message>
            <source>Storage key</source>
            <translation>Chave de armazenamento</translation>
        </message>
        <message>
            <source>Blob endpoint</source>
            <translation>Ponto de extremidade do Blob</translation>
        </message>
        <message>
            <source>Follows from the account; change it only if yours answers elsewhere.</source>
            <translation>É deduzido da conta; altere-o somente se o da sua conta for outro.</translation>
        </message>
        <message>
            <source>Connection string</source>
            <translation>Cadeia de conexão</translation>
        </message>
        <message>
            <source>From Access keys of the storage account in the Azure portal; it holds account and key.</source>
            <translation>Em Chaves de acesso da conta de armazenamento, no portal do Azure; contém a conta e a chave.</translation>
        </message>
        <message>
            <source>Account and key</source>
            <translation>Conta e chave</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskDetail</name>
        <message>
            <source>begun at %1</source>
            <translation>início: %1</translation>
        </message>
        <message>
            <source>since %1, %2</source>
            <translation>desde %1, %2</translation>
        </message>
        <message>
            <source>%1 – %2, %3</source>
            <translation>%1 – %2, %3</translation>
        </message>
        <message>
            <source>Standard output</source>
            <translation>Saída padrão</translation>
        </message>
        <message>
            <source>Standard error</source>
            <translation>Erro padrão</translation>
        </message>
        <message>
            <source>Copy the output</source>
            <translation>Copiar a saída</translation>
        </message>
        <message>
            <source>Close the task's details</source>
            <translation>Fechar os detalhes da tarefa</translation>
        </message>
        <message>
            <source>Close (Escape)</source>
            <translation>Fechar (Esc)</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarefa</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Nó</translation>
        </message>
        <message>
            <source>Exit code</source>
            <translation>Código de saída</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Command line</source>
            <translation>Linha de comando</translation>
        </message>
        <message>
            <source>Copy command line</source>
            <translation>Copiar a linha de comando</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>tried again %n time(s)</source>
            <translation>
                <numerusform>%n nova tentativa</numerusform>
                <numerusform>%n novas tentativas</numerusform>
            </translation>
        </message>
        <message>
            <source>The task did not run.</source>
            <translation>A tarefa não foi executada.</translation>
        </message>
        <message>
            <source>The task has not started yet.</source>
            <translation>A tarefa ainda não começou.</translation>
        </message>
        <message>
            <source>The first %1 are left out.</source>
            <translation>Os primeiros %1 foram omitidos.</translation>
        </message>
        <message>
            <source>The task wrote nothing here.</source>
            <translation>A tarefa não escreveu nada aqui.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskModel</name>
        <message>
            <source>Cut short</source>
            <translation>Interrompida</translation>
        </message>
        <message>
            <source>Not run</source>
            <translation>Não executada</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Exit code</source>
            <translation>Código de saída</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duração</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Nó</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Início</translation>
        </message>
        <message>
            <source>Retries</source>
            <translation>Novas tentativas</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarefa</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskPage</name>
        <message>
            <source>How your program is started for one file. A word in braces stands for something that is known when the task runs; names with spaces need no quotes.</source>
            <translation>Como o seu programa é iniciado para um arquivo. Uma palavra entre chaves representa algo que só se sabe quando a tarefa é executada; nomes com espaços não precisam de aspas.</translation>
        </message>
        <message>
            <source>&amp;Command</source>
            <translation>&amp;Comando</translation>
        </message>
        <message>
            <source>Insert:</source>
            <translation>Inserir:</translation>
        </message>
        <message>
            <source>Insert {%1}: %2</source>
            <translation>Inserir {%1}: %2</translation>
        </message>
        <message>
            <source>&amp;Results to bring home</source>
            <translation>&amp;Resultados a trazer</translation>
        </message>
        <message>
            <source>One pattern a line. output/** is everything that the program writes to {output}; what it prints is kept anyway.</source>
            <translation>Um padrão por linha. output/** é tudo o que o programa grava em {output}; o que ele imprime é guardado de qualquer forma.</translation>
        </message>
        <message>
            <source>Time limit of a task</source>
            <translation>Limite de tempo de uma tarefa</translation>
        </message>
        <message>
            <source>&amp;Time limit of a task</source>
            <translation>Limite de &amp;tempo de uma tarefa</translation>
        </message>
        <message>
            <source>&amp;Environment variables</source>
            <translation>Variáveis de am&amp;biente</translation>
        </message>
        <message>
            <source>No passwords here: the service shows these values to whoever may see the task.</source>
            <translation>Não coloque senhas aqui: o serviço mostra estes valores a quem puder ver a tarefa.</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskTab</name>
        <message>
            <source>Tasks</source>
            <translation>Tarefas</translation>
        </message>
        <message>
            <source>Filter tasks</source>
            <translation>Filtrar tarefas</translation>
        </message>
        <message>
            <source>Filter by file, task or node</source>
            <translation>Filtrar por arquivo, tarefa ou nó</translation>
        </message>
        <message>
            <source>Show tasks by state</source>
            <translation>Mostrar tarefas por estado</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Todas</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Em execução</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Com falha</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Concluídas</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Aguardando</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n tarefa</numerusform>
                <numerusform>%n tarefas</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TokenForm</name>
        <message>
            <source>Enter the host that the token is for</source>
            <translation>Informe o host a que o token se destina</translation>
        </message>
        <message>
            <source>Paste the token</source>
            <translation>Cole o token</translation>
        </message>
        <message>
            <source>&amp;Keep token</source>
            <translation>Guar&amp;dar token</translation>
        </message>
        <message>
            <source>Waiting for the keychain. It may be asking you for a password in a window of its own.</source>
            <translation>Aguardando o chaveiro do sistema. Ele pode estar pedindo uma senha em uma janela própria.</translation>
        </message>
        <message>
            <source>Your own name for it; settings.json refers to the token by it.</source>
            <translation>O nome que você dá a ele; settings.json se refere ao token por esse nome.</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>The token is never sent to another one.</source>
            <translation>O token nunca é enviado a outro.</translation>
        </message>
        <message>
            <source>User name (optional)</source>
            <translation>Nome de usuário (opcional)</translation>
        </message>
        <message>
            <source>GitHub, GitLab and Azure Repos take any; Bitbucket wants x-token-auth.</source>
            <translation>GitHub, GitLab e Azure Repos aceitam qualquer um; o Bitbucket exige x-token-auth.</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Let it read this one repository and nothing else, and let it expire.</source>
            <translation>Permita que ele leia só este repositório e nada mais, e que expire.</translation>
        </message>
        <message>
            <source>Another token for "%1"</source>
            <translation>Outro token para "%1"</translation>
        </message>
        <message>
            <source>New token</source>
            <translation>Novo token</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TokensPage</name>
        <message>
            <source>Access tokens</source>
            <translation>Tokens de acesso</translation>
        </message>
        <message>
            <source>A token opens a private repository over HTTPS, where SSH is not allowed. It is kept in the keychain of this system, sent to its own host only, and never part of an address or a command.</source>
            <translation>Um token abre um repositório privado por HTTPS, onde o SSH não é permitido. Ele é guardado no chaveiro deste sistema, é enviado somente ao próprio host e nunca faz parte de um endereço ou de um comando.</translation>
        </message>
        <message>
            <source>No token yet. Where the host offers deploy keys, an SSH key is the better choice.</source>
            <translation>Nenhum token ainda. Onde o host oferece deploy keys, uma chave SSH é a melhor escolha.</translation>
        </message>
        <message>
            <source>N&amp;ew token…</source>
            <translation>No&amp;vo token…</translation>
        </message>
        <message>
            <source>C&amp;hange token…</source>
            <translation>Trocar to&amp;ken…</translation>
        </message>
        <message>
            <source>For&amp;get token…</source>
            <translation>Es&amp;quecer token…</translation>
        </message>
        <message>
            <source>The token "%1" is kept until you close the window.</source>
            <translation>O token "%1" é mantido até você fechar a janela.</translation>
        </message>
        <message>
            <source>The token "%1" is in the keychain.</source>
            <translation>O token "%1" está no chaveiro do sistema.</translation>
        </message>
        <message>
            <source>Forget "%1"? The token is removed for good. Settings that name it can no longer be launched. Withdraw it at %2 too.</source>
            <translation>Esquecer "%1"? O token será removido de vez. As configurações que o indicam não poderão mais ser iniciadas. Revogue-o também em %2.</translation>
        </message>
        <message>
            <source>F&amp;orget</source>
            <translation>&amp;Esquecer</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Manter</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TrustedHostsPage</name>
        <message>
            <source>Trusted hosts</source>
            <translation>Hosts confiáveis</translation>
        </message>
        <message>
            <source>By these keys the hosts of repositories prove that they are themselves. They are sent with each job, and the nodes refuse a host that shows another one.</source>
            <translation>É com estas chaves que os hosts dos repositórios provam que são eles mesmos. Elas são enviadas com cada trabalho, e os nós recusam um host que apresente outra.</translation>
        </message>
        <message>
            <source>No host yet. The first time that a repository is tried or run, you are shown the key of its host, compared with the one that it publishes.</source>
            <translation>Nenhum host ainda. Na primeira vez em que um repositório é testado ou executado, você vê a chave do host dele, comparada com a que ele publica.</translation>
        </message>
        <message>
            <source>For&amp;get host…</source>
            <translation>Es&amp;quecer host…</translation>
        </message>
        <message>
            <source>Forget the keys of %1? You are asked again before anything is cloned from it. Compare the key with care then.</source>
            <translation>Esquecer as chaves de %1? Você será consultado novamente antes que algo seja clonado dele. Nessa hora, compare a chave com cuidado.</translation>
        </message>
        <message>
            <source>F&amp;orget</source>
            <translation>&amp;Esquecer</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Manter</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::VariablesTable</name>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::WelcomePage</name>
        <message>
            <source>Run your own program over many files</source>
            <translation>Execute o seu próprio programa em muitos arquivos</translation>
        </message>
        <message>
            <source>Point at a folder with a program and a folder with data. Batchdesk runs one task for each file, brings the results home, and removes the machines when it is done.</source>
            <translation>Indique uma pasta com um programa e uma pasta com dados. O Batchdesk executa uma tarefa para cada arquivo, traz os resultados para o seu computador e remove as máquinas quando termina.</translation>
        </message>
        <message>
            <source>&amp;Try it on this computer</source>
            <translation>&amp;Testar neste computador</translation>
        </message>
        <message>
            <source>No account, and nothing leaves this machine. A sample with sixty files is ready.</source>
            <translation>Sem conta, e nada sai desta máquina. Um exemplo com sessenta arquivos está pronto.</translation>
        </message>
        <message>
            <source>&amp;Connect to Azure Batch</source>
            <translation>&amp;Conectar ao Azure Batch</translation>
        </message>
        <message>
            <source>Enter your Batch and storage accounts. Their keys go into this system's keychain.</source>
            <translation>Informe as suas contas do Batch e de armazenamento. As chaves delas vão para o chaveiro do sistema.</translation>
        </message>
        <message>
            <source>Recent settings</source>
            <translation>Configurações recentes</translation>
        </message>
        <message>
            <source>&amp;Open settings…</source>
            <translation>A&amp;brir configurações…</translation>
        </message>
        <message>
            <source>You can also drop a folder or a settings.json on this window.</source>
            <translation>Você também pode soltar uma pasta ou um settings.json nesta janela.</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 em %2</translation>
        </message>
    </context>
    <context>
        <name>Blob</name>
        <message>
            <source>The service's answer could not be read</source>
            <translation>Não foi possível ler a resposta do serviço</translation>
        </message>
        <message>
            <source>Check that the account's address is that of a Blob Storage account.</source>
            <translation>Verifique se o endereço da conta é o de uma conta do Blob Storage.</translation>
        </message>
        <message>
            <source>The Storage service</source>
            <translation>O serviço de armazenamento</translation>
        </message>
        <message>
            <source>This cannot be stored as metadata: %1</source>
            <translation>Isto não pode ser armazenado como metadados: %1</translation>
        </message>
        <message>
            <source>Use a name of a-z and 0-9, and a value of printable ASCII characters.</source>
            <translation>Use um nome com a-z e 0-9 e um valor com caracteres ASCII imprimíveis.</translation>
        </message>
        <message>
            <source>A container cannot be called "%1"</source>
            <translation>Um contêiner não pode se chamar "%1"</translation>
        </message>
        <message>
            <source>A blob cannot be called "%1"</source>
            <translation>Um blob não pode se chamar "%1"</translation>
        </message>
        <message>
            <source>Use a name without "." and ".." between slashes.</source>
            <translation>Use um nome sem "." e ".." entre barras.</translation>
        </message>
        <message>
            <source>A range must start in the blob and hold a byte</source>
            <translation>Um intervalo precisa começar dentro do blob e conter um byte</translation>
        </message>
    </context>
    <context>
        <name>CleanUp</name>
        <message>
            <source>job %1</source>
            <translation>trabalho %1</translation>
        </message>
        <message>
            <source>pool %1</source>
            <translation>pool %1</translation>
        </message>
        <message>
            <source>container %1</source>
            <translation>contêiner %1</translation>
        </message>
        <message>
            <source>%1 is still being deleted after 20 minutes</source>
            <translation>%1 ainda está sendo excluído após 20 minutos</translation>
        </message>
        <message>
            <source>%1 is not of this run</source>
            <translation>%1 não pertence a esta execução</translation>
        </message>
        <message>
            <source>Deleted %1</source>
            <translation>Excluído: %1</translation>
        </message>
        <message>
            <source>Could not delete %1: %2</source>
            <translation>Não foi possível excluir %1: %2</translation>
        </message>
        <message>
            <source>the settings say to keep it</source>
            <translation>as configurações mandam mantê-lo</translation>
        </message>
        <message>
            <source>%1; it costs money while it has nodes</source>
            <translation>%1; gera custos enquanto tiver nós</translation>
        </message>
        <message>
            <source>it holds the results</source>
            <translation>contém os resultados</translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message>
            <source>running</source>
            <translation>em execução</translation>
        </message>
        <message>
            <source>broken off</source>
            <translation>interrompida</translation>
        </message>
        <message>
            <source>succeeded</source>
            <translation>bem-sucedida</translation>
        </message>
        <message>
            <source>%1 of %2 failed</source>
            <translation>%1 de %2 com falha</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>recusada</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>parada</translation>
        </message>
        <message>
            <source>Lists the runs started on this computer, the latest first.</source>
            <translation>Lista as execuções iniciadas neste computador, da mais recente à mais antiga.</translation>
        </message>
        <message>
            <source>Print one JSON object a line.</source>
            <translation>Imprime um objeto JSON por linha.</translation>
        </message>
        <message>
            <source>%1 tasks</source>
            <translation>%1 tarefas</translation>
        </message>
        <message>
            <source>No run yet. Start one with "batchdesk-cli run settings.json".</source>
            <translation>Nenhuma execução ainda. Inicie uma com "batchdesk-cli run settings.json".</translation>
        </message>
        <message>
            <source>Runs "This computer" in the foreground: Azure-compatible Batch and Blob endpoints on this machine only. DIR/connection.env holds the variables by which az and the SDKs find it.</source>
            <translation>Executa "Este computador" em primeiro plano: pontos de extremidade do Batch e do Blob compatíveis com o Azure, somente nesta máquina. DIR/connection.env contém as variáveis com que o az e os SDKs o encontram.</translation>
        </message>
        <message>
            <source>Folder of its state; made if missing.</source>
            <translation>Pasta do estado do serviço; criada se não existir.</translation>
        </message>
        <message>
            <source>How many nodes it lends at most, over all pools (default: one per processor).</source>
            <translation>Quantos nós ele oferece no máximo, somando todos os pools (padrão: um por processador).</translation>
        </message>
        <message>
            <source>End after so many seconds without pool, job and request (default: never).</source>
            <translation>Encerra após este número de segundos sem pool, trabalho e solicitação (padrão: nunca).</translation>
        </message>
        <message>
            <source>End when standard input was closed and no pool and no job is left.</source>
            <translation>Encerra quando a entrada padrão for fechada e não restar nenhum pool nem trabalho.</translation>
        </message>
        <message>
            <source>--nodes and --idle-exit take a whole number, 0 or more.</source>
            <translation>--nodes e --idle-exit aceitam um número inteiro, 0 ou maior.</translation>
        </message>
        <message>
            <source>Ends a run that another window or terminal carries out: its tasks end, and what it made is removed.</source>
            <translation>Encerra uma execução conduzida por outra janela ou outro terminal: as tarefas dela são encerradas e o que ela criou é removido.</translation>
        </message>
        <message>
            <source>the run's id, see "batchdesk-cli runs"</source>
            <translation>o id da execução, veja "batchdesk-cli runs"</translation>
        </message>
        <message>
            <source>Nobody carries out run %1; there is nothing to stop.</source>
            <translation>Ninguém está conduzindo a execução %1; não há nada para parar.</translation>
        </message>
        <message>
            <source>Asked to stop.</source>
            <translation>Parada solicitada.</translation>
        </message>
        <message>
            <source>Left at once. What run %1 made may still exist: "batchdesk-cli cleanup %1" removes it.</source>
            <translation>Saída imediata. O que a execução %1 criou pode ainda existir: "batchdesk-cli cleanup %1" o remove.</translation>
        </message>
        <message>
            <source>Stopping: what the run made is being removed. Press Ctrl+C again to leave at once.</source>
            <translation>Parando: o que a execução criou está sendo removido. Pressione Ctrl+C novamente para sair imediatamente.</translation>
        </message>
        <message>
            <source>Runs settings.json: sends application and inputs, runs one task per file, brings the results home, removes job and pool.</source>
            <translation>Executa settings.json: envia o aplicativo e as entradas, executa uma tarefa por arquivo, traz os resultados, remove o trabalho e o pool.</translation>
        </message>
        <message>
            <source>settings.json</source>
            <translation>settings.json</translation>
        </message>
        <message>
            <source>Goes on with a run that broke off: what was done is not done again.</source>
            <translation>Continua uma execução que foi interrompida: o que já foi feito não é refeito.</translation>
        </message>
        <message>
            <source>Run %1 has ended; there is nothing to go on with.</source>
            <translation>A execução %1 já terminou; não há nada para continuar.</translation>
        </message>
        <message>
            <source>error: %1</source>
            <translation>erro: %1</translation>
        </message>
        <message>
            <source>warning: %1</source>
            <translation>aviso: %1</translation>
        </message>
        <message>
            <source>Use this account: local, env (AZURE_* variables), or a profile.</source>
            <translation>Usa esta conta: local, env (variáveis AZURE_*) ou um perfil.</translation>
        </message>
        <message>
            <source>Bring the results to this folder.</source>
            <translation>Traz os resultados para esta pasta.</translation>
        </message>
        <message>
            <source>Leave the pool in place when the run has ended.</source>
            <translation>Mantém o pool quando a execução terminar.</translation>
        </message>
        <message>
            <source>Name one settings.json.</source>
            <translation>Informe um settings.json.</translation>
        </message>
        <message>
            <source>Removes what a run made and left behind: job, pool, and the containers of application and input.</source>
            <translation>Remove o que uma execução criou e deixou para trás: o trabalho, o pool e os contêineres do aplicativo e das entradas.</translation>
        </message>
        <message>
            <source>Remove the container with its results as well.</source>
            <translation>Remove também o contêiner com os resultados.</translation>
        </message>
        <message>
            <source>Go on in the background; end at once for whoever waits.</source>
            <translation>Continua em segundo plano; encerra imediatamente para quem espera.</translation>
        </message>
        <message>
            <source>There is no command "%1".

%2</source>
            <translation>Não existe o comando "%1".

%2</translation>
        </message>
        <message>
            <source>The settings could not be rewritten without their keys: %1</source>
            <translation>Não foi possível regravar as configurações sem as chaves: %1</translation>
        </message>
        <message>
            <source>Remove the keys from the file by hand.</source>
            <translation>Remova as chaves do arquivo manualmente.</translation>
        </message>
        <message>
            <source>The file is as it was. Unlock the keychain and try again, or take the keys out of the file and use --account env.</source>
            <translation>O arquivo está como antes. Desbloqueie o chaveiro do sistema e tente novamente, ou retire as chaves do arquivo e use --account env.</translation>
        </message>
        <message>
            <source>The keys of account "%1" are in the keychain now, and no longer in %2.</source>
            <translation>As chaves da conta "%1" agora estão no chaveiro do sistema e não estão mais em %2.</translation>
        </message>
        <message>
            <source>Shows what a run of settings.json would make: files, task ids, command lines. Touches nothing.</source>
            <translation>Mostra o que uma execução de settings.json criaria: arquivos, ids das tarefas, linhas de comando. Não altera nada.</translation>
        </message>
        <message>
            <source>Name the file with the private key or token.</source>
            <translation>Informe o arquivo com a chave privada ou o token.</translation>
        </message>
        <message>
            <source>The key cannot be read: %1</source>
            <translation>Não é possível ler a chave: %1</translation>
        </message>
        <message>
            <source>The file is empty</source>
            <translation>O arquivo está vazio</translation>
        </message>
        <message>
            <source>Import it once by "batchdesk-cli key import", which asks for the passphrase, or use a key without one.</source>
            <translation>Importe-a uma vez com "batchdesk-cli key import", que pede a frase secreta, ou use uma chave sem frase secreta.</translation>
        </message>
        <message>
            <source>Read the account with its keys, and the key of the repository, from standard input, as JSON.</source>
            <translation>Lê a conta com as chaves, e a chave do repositório, pela entrada padrão, como JSON.</translation>
        </message>
        <message>
            <source>Read the key or token of the repository from this file rather than from the keychain.</source>
            <translation>Lê a chave ou o token do repositório deste arquivo, e não do chaveiro do sistema.</translation>
        </message>
        <message>
            <source>Add this line on the pages of your Git host: as a deploy key of the repository, or to your account.</source>
            <translation>Adicione esta linha nas páginas do seu host Git: como deploy key do repositório ou na sua conta.</translation>
        </message>
        <message>
            <source>Passphrase of %1: </source>
            <translation>Frase secreta de %1: </translation>
        </message>
        <message>
            <source>"%1" is a token, which has no public half</source>
            <translation>"%1" é um token, que não tem parte pública</translation>
        </message>
        <message>
            <source>  as %1 publishes it</source>
            <translation>  como %1 a publica</translation>
        </message>
        <message>
            <source>  NOT as %1 publishes it</source>
            <translation>  NÃO como %1 a publica</translation>
        </message>
        <message>
            <source>%1 is trusted already.</source>
            <translation>%1 já é um host confiável.</translation>
        </message>
        <message>
            <source>WARNING: this is another key than the one that is trusted or published. Somebody may be listening in. Ask the host's administrators; when they confirm a fingerprint, name it with --fingerprint.</source>
            <translation>ATENÇÃO: esta chave não é a que é confiável ou publicada. Alguém pode estar interceptando a conexão. Pergunte aos administradores do host; se eles confirmarem uma impressão digital, informe-a com --fingerprint.</translation>
        </message>
        <message>
            <source>Compare the fingerprint with the one that the host publishes, and confirm it with --fingerprint SHA256:…</source>
            <translation>Compare a impressão digital com a que o host publica e confirme-a com --fingerprint SHA256:…</translation>
        </message>
        <message>
            <source>%1 is trusted from now on.</source>
            <translation>%1 é um host confiável a partir de agora.</translation>
        </message>
        <message>
            <source>%1 is not among the trusted hosts</source>
            <translation>%1 não está entre os hosts confiáveis</translation>
        </message>
        <message>
            <source>Known are: %1.</source>
            <translation>Os conhecidos são: %1.</translation>
        </message>
        <message>
            <source>These settings clone no repository</source>
            <translation>Estas configurações não clonam nenhum repositório</translation>
        </message>
        <message>
            <source>The repository can be read.</source>
            <translation>O repositório pode ser lido.</translation>
        </message>
        <message>
            <source>The repository can be read; it is at commit %1.</source>
            <translation>O repositório pode ser lido; está no commit %1.</translation>
        </message>
        <message>
            <source>SSH keys for private repositories, and the Git hosts that are trusted.

  key list                  the keys that are kept
  key generate NAME         make one; prints its public half
  key import NAME FILE      take one over; asks for its passphrase, once
  key public NAME           print the public half again
  key delete NAME           forget one
  key trust URL             look at a host's key, and trust it
  key distrust HOST         trust it no more
  key test SETTINGS         try whether the repository of settings.json can be read
  key guide [URL]           where the public half is pasted</source>
            <translation>Chaves SSH para repositórios privados e os hosts Git confiáveis.

  key list                  as chaves guardadas
  key generate NAME         cria uma; imprime a parte pública
  key import NAME FILE      importa uma; pede a frase secreta, uma vez
  key public NAME           imprime novamente a parte pública
  key delete NAME           esquece uma
  key trust URL             examina a chave de um host e confia nele
  key distrust HOST         deixa de confiar nele
  key test SETTINGS         testa se o repositório de settings.json pode ser lido
  key guide [URL]           onde colar a parte pública</translation>
        </message>
        <message>
            <source>one of the above</source>
            <translation>um dos acima</translation>
        </message>
        <message>
            <source>Make an RSA key of 4096 bits.</source>
            <translation>Cria uma chave RSA de 4096 bits.</translation>
        </message>
        <message>
            <source>The fingerprint that the host publishes.</source>
            <translation>A impressão digital que o host publica.</translation>
        </message>
        <message>
            <source>batchdesk-cli %1 - run your own program over many files on Azure Batch

  plan FILE         show what a run of settings.json would do; touches nothing
  run FILE          run it: upload, run, bring results home, clean up
  resume RUN        go on with a run that broke
  stop RUN          end a run that another program carries out
  cleanup RUN       remove what a run left behind
  runs              list the runs of this computer
  key               SSH keys and trusted hosts, for private repositories
  token             tokens for private repositories over HTTPS
  serve             run "This computer", the embedded service

"batchdesk-cli COMMAND --help" tells more.</source>
            <translation>batchdesk-cli %1 - execute o seu próprio programa em muitos arquivos no Azure Batch

  plan FILE         mostra o que uma execução de settings.json faria; não altera nada
  run FILE          executa: envia, executa, traz os resultados, limpa
  resume RUN        continua uma execução que foi interrompida
  stop RUN          encerra uma execução conduzida por outro programa
  cleanup RUN       remove o que uma execução deixou para trás
  runs              lista as execuções deste computador
  key               chaves SSH e hosts confiáveis, para repositórios privados
  token             tokens para repositórios privados por HTTPS
  serve             executa "Este computador", o serviço incorporado

"batchdesk-cli COMMAND --help" mostra mais detalhes.</translation>
        </message>
        <message>
            <source>Nothing was entered</source>
            <translation>Nada foi informado</translation>
        </message>
        <message>
            <source>Type it on the terminal, or pass it on standard input.</source>
            <translation>Digite no terminal ou passe pela entrada padrão.</translation>
        </message>
        <message>
            <source>Add a line of JSON to FILE for each request answered: time, service, operation, method, path, version, status, code of the error, client, milliseconds. Never keys, signatures or bodies.</source>
            <translation>Acrescenta a FILE uma linha de JSON para cada solicitação respondida: hora, serviço, operação, método, caminho, versão, status, código do erro, cliente, milissegundos. Nunca chaves, assinaturas ou corpos.</translation>
        </message>
        <message>
            <source>Print every operation that the service answers, a line of JSON each, and end.</source>
            <translation>Imprime todas as operações a que o serviço responde, uma linha de JSON para cada, e termina.</translation>
        </message>
        <message>
            <source>Token for %1: </source>
            <translation>Token para %1: </translation>
        </message>
        <message>
            <source>New token "%1": </source>
            <translation>Novo token "%1": </translation>
        </message>
        <message>
            <source>Tokens that open private repositories over HTTPS. They are asked for on the terminal, or read from standard input; never given as an argument.

  token list                the tokens that are kept
  token add NAME HOST       keep one, for that host only
  token change NAME         keep another one in its place
  token delete NAME         forget one</source>
            <translation>Tokens que abrem repositórios privados por HTTPS. São pedidos no terminal ou lidos da entrada padrão; nunca são passados como argumento.

  token list                os tokens guardados
  token add NAME HOST       guarda um, somente para esse host
  token change NAME         guarda outro no lugar dele
  token delete NAME         esquece um</translation>
        </message>
        <message>
            <source>The user name that goes with it; "git" without one.</source>
            <translation>O nome de usuário que o acompanha; sem ele, "git".</translation>
        </message>
    </context>
    <context>
        <name>Collect</name>
        <message>
            <source> (and %1 more files)</source>
            <translation> (e mais %1 arquivos)</translation>
        </message>
        <message>
            <source>All results are still in container %1; resume the run to bring them home.</source>
            <translation>Todos os resultados ainda estão no contêiner %1; continue a execução para trazê-los.</translation>
        </message>
    </context>
    <context>
        <name>CommandTemplate</name>
        <message>
            <source>The command is missing</source>
            <translation>Falta o comando</translation>
        </message>
        <message>
            <source>Expected a command such as "python3 {app}/main.py {input}".</source>
            <translation>Era esperado um comando como "python3 {app}/main.py {input}".</translation>
        </message>
        <message>
            <source>The command holds a line break or another control character at character %1</source>
            <translation>O comando contém uma quebra de linha ou outro caractere de controle no caractere %1</translation>
        </message>
        <message>
            <source>Join commands with ";" or put them into a script of the application.</source>
            <translation>Junte os comandos com ";" ou coloque-os em um script do aplicativo.</translation>
        </message>
        <message>
            <source>The "{" at character %1 is never closed</source>
            <translation>A "{" no caractere %1 nunca é fechada</translation>
        </message>
        <message>
            <source>Write {{ for a brace that is meant for the shell.</source>
            <translation>Escreva {{ para uma chave destinada ao shell.</translation>
        </message>
        <message>
            <source>The "}" at character %1 has no "{"</source>
            <translation>A "}" no caractere %1 não tem uma "{"</translation>
        </message>
        <message>
            <source>Write }} for a brace that is meant for the shell.</source>
            <translation>Escreva }} para uma chave destinada ao shell.</translation>
        </message>
        <message>
            <source>A quotation mark of the command is never closed</source>
            <translation>Uma aspa do comando nunca é fechada</translation>
        </message>
        <message>
            <source>Close it, or write a backslash before it where it is meant literally.</source>
            <translation>Feche-a ou coloque uma barra invertida antes dela quando for literal.</translation>
        </message>
        <message>
            <source>%1 at character %2 is no placeholder</source>
            <translation>%1 no caractere %2 não é um espaço reservado</translation>
        </message>
        <message>
            <source>Known are {%1}. Write {{ and }} for braces that are meant for the shell.</source>
            <translation>Os conhecidos são {%1}. Escreva {{ e }} para chaves destinadas ao shell.</translation>
        </message>
        <message>
            <source>Did you mean {%1}?</source>
            <translation>Você quis dizer {%1}?</translation>
        </message>
        <message>
            <source>%1 at character %2 stands inside quotation marks</source>
            <translation>%1 no caractere %2 está entre aspas</translation>
        </message>
        <message>
            <source>Take them away: Batchdesk quotes the value itself.</source>
            <translation>Retire-as: o próprio Batchdesk coloca o valor entre aspas.</translation>
        </message>
        <message>
            <source>%1 at character %2 stands behind an escape character</source>
            <translation>%1 no caractere %2 está depois de um caractere de escape</translation>
        </message>
        <message>
            <source>Take it away: Batchdesk quotes the value itself.</source>
            <translation>Retire-o: o próprio Batchdesk coloca o valor entre aspas.</translation>
        </message>
        <message>
            <source>%1 at character %2 stands behind a "$"</source>
            <translation>%1 no caractere %2 está depois de um "$"</translation>
        </message>
        <message>
            <source>Write %1 for the placeholder, or ${{%2}} for a variable of the shell.</source>
            <translation>Escreva %1 para o espaço reservado ou ${{%2}} para uma variável do shell.</translation>
        </message>
    </context>
    <context>
        <name>CredentialStore</name>
        <message>
            <source>No key is kept for %1</source>
            <translation>Nenhuma chave está guardada para %1</translation>
        </message>
        <message>
            <source>Unlock or install a keychain, or keep the key for this session only.</source>
            <translation>Desbloqueie ou instale um chaveiro do sistema, ou guarde a chave somente nesta sessão.</translation>
        </message>
        <message>
            <source>The keychain holds no key for %1</source>
            <translation>O chaveiro do sistema não contém nenhuma chave para %1</translation>
        </message>
        <message>
            <source>The keychain is unavailable: %1</source>
            <translation>O chaveiro do sistema não está disponível: %1</translation>
        </message>
        <message>
            <source>The keychain did not answer within %1 s</source>
            <translation>O chaveiro do sistema não respondeu em %1 s</translation>
        </message>
    </context>
    <context>
        <name>Ensure</name>
        <message>
            <source>There is already a %1 called %2, and it is not of this run</source>
            <translation>Já existe um %1 chamado %2, e ele não pertence a esta execução</translation>
        </message>
        <message>
            <source>Use another name such as %1-2, or remove the existing one first.</source>
            <translation>Use outro nome, como %1-2, ou remova primeiro o existente.</translation>
        </message>
        <message>
            <source>pool</source>
            <translation>pool</translation>
        </message>
        <message>
            <source>job</source>
            <translation>trabalho</translation>
        </message>
        <message>
            <source>container</source>
            <translation>contêiner</translation>
        </message>
        <message>
            <source>Container %1 is still being deleted; waiting for its name</source>
            <translation>O contêiner %1 ainda está sendo excluído; aguardando a liberação do nome</translation>
        </message>
        <message>
            <source>Container %1 is still being deleted after five minutes</source>
            <translation>O contêiner %1 ainda está sendo excluído após cinco minutos</translation>
        </message>
        <message>
            <source>task %1</source>
            <translation>tarefa %1</translation>
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <source>request %1</source>
            <translation>solicitação %1</translation>
        </message>
        <message>
            <source>Stopped on request</source>
            <translation>Parada a pedido</translation>
        </message>
    </context>
    <context>
        <name>FolderWalk</name>
        <message>
            <source>The file name "%1" is not valid UTF-8</source>
            <translation>O nome de arquivo "%1" não é UTF-8 válido</translation>
        </message>
        <message>
            <source>The file name "%1" holds a line break or another control character</source>
            <translation>O nome de arquivo "%1" contém uma quebra de linha ou outro caractere de controle</translation>
        </message>
        <message>
            <source>The file name "%1" holds a backslash</source>
            <translation>O nome de arquivo "%1" contém uma barra invertida</translation>
        </message>
        <message>
            <source>%1 does not exist</source>
            <translation>%1 não existe</translation>
        </message>
        <message>
            <source>Correct it in the settings, or make it.</source>
            <translation>Corrija o caminho nas configurações ou crie a pasta.</translation>
        </message>
        <message>
            <source>%1 is not a folder</source>
            <translation>%1 não é uma pasta</translation>
        </message>
        <message>
            <source>This folder cannot be read: %1</source>
            <translation>Não é possível ler esta pasta: %1</translation>
        </message>
        <message>
            <source>Change its permissions, or have it ignored.</source>
            <translation>Altere as permissões dela ou faça com que seja ignorada.</translation>
        </message>
        <message>
            <source>Rename it, or exclude it by a pattern.</source>
            <translation>Renomeie-o ou deixe-o de fora por meio de um padrão.</translation>
        </message>
        <message>
            <source>This link to a folder is not followed</source>
            <translation>Este link para uma pasta não é seguido</translation>
        </message>
        <message>
            <source>This link leads nowhere</source>
            <translation>Este link não leva a lugar nenhum</translation>
        </message>
        <message>
            <source>Remove it, or exclude it by a pattern.</source>
            <translation>Remova-o ou deixe-o de fora por meio de um padrão.</translation>
        </message>
        <message>
            <source>This is no regular file and is left out</source>
            <translation>Este não é um arquivo comum e fica de fora</translation>
        </message>
        <message>
            <source>This file cannot be read</source>
            <translation>Não é possível ler este arquivo</translation>
        </message>
        <message>
            <source>Change its permissions, or exclude it by a pattern.</source>
            <translation>Altere as permissões dele ou deixe-o de fora por meio de um padrão.</translation>
        </message>
    </context>
    <context>
        <name>GitAccess</name>
        <message>
            <source>"%1" is an SSH key, and the address is one of HTTPS</source>
            <translation>"%1" é uma chave SSH, e o endereço é HTTPS</translation>
        </message>
        <message>
            <source>Use the SSH address of the repository, or choose a token.</source>
            <translation>Use o endereço SSH do repositório ou escolha um token.</translation>
        </message>
        <message>
            <source>"%1" is a token for HTTPS, and the address is one of SSH</source>
            <translation>"%1" é um token para HTTPS, e o endereço é SSH</translation>
        </message>
        <message>
            <source>Use the https:// address of the repository, or choose an SSH key.</source>
            <translation>Use o endereço https:// do repositório ou escolha uma chave SSH.</translation>
        </message>
        <message>
            <source>The token "%1" is for %2, and would not be sent to %3</source>
            <translation>O token "%1" é para %2 e não seria enviado a %3</translation>
        </message>
        <message>
            <source>Choose the token of that host.</source>
            <translation>Escolha o token desse host.</translation>
        </message>
        <message>
            <source>branch "%1"</source>
            <translation>branch "%1"</translation>
        </message>
        <message>
            <source>tag "%1"</source>
            <translation>tag "%1"</translation>
        </message>
        <message>
            <source>commit %1</source>
            <translation>commit %1</translation>
        </message>
        <message>
            <source>any branch</source>
            <translation>nenhum branch</translation>
        </message>
        <message>
            <source>%1 asks for an SSH key</source>
            <translation>%1 pede uma chave SSH</translation>
        </message>
        <message>
            <source>Choose the key of this repository, or make one.</source>
            <translation>Escolha a chave deste repositório ou crie uma.</translation>
        </message>
        <message>
            <source>%1 does not accept the key "%2"</source>
            <translation>%1 não aceita a chave "%2"</translation>
        </message>
        <message>
            <source>Add the public half of the key there, as a deploy key of the repository or to your account, and try again.</source>
            <translation>Adicione lá a parte pública da chave, como deploy key do repositório ou na sua conta, e tente novamente.</translation>
        </message>
        <message>
            <source>%1 asks for a token: the repository is private, or does not exist</source>
            <translation>%1 pede um token: o repositório é privado ou não existe</translation>
        </message>
        <message>
            <source>Choose a token for this host, or use the SSH address with a key.</source>
            <translation>Escolha um token para este host ou use o endereço SSH com uma chave.</translation>
        </message>
        <message>
            <source>%1 does not accept the token "%2"</source>
            <translation>%1 não aceita o token "%2"</translation>
        </message>
        <message>
            <source>It may have expired, or may not read this repository. Make another one there, and enter it under Accounts.</source>
            <translation>Ele pode ter expirado ou não ter permissão para ler este repositório. Crie outro lá e informe-o em Contas.</translation>
        </message>
        <message>
            <source>Git or SSH is not installed on this computer, so the access cannot be tried</source>
            <translation>O Git ou o SSH não está instalado neste computador, por isso não é possível testar o acesso</translation>
        </message>
        <message>
            <source>Install git and the OpenSSH client. The nodes bring their own.</source>
            <translation>Instale o git e o cliente OpenSSH. Os nós trazem os seus próprios.</translation>
        </message>
        <message>
            <source>The host key of %1 is not trusted yet</source>
            <translation>A chave do host %1 ainda não é confiável</translation>
        </message>
        <message>
            <source>Compare its fingerprint with the one that the host publishes, and trust it.</source>
            <translation>Compare a impressão digital dela com a que o host publica e confie nela.</translation>
        </message>
        <message>
            <source>WARNING: %1 shows another host key than the one that is trusted. Somebody may be listening in</source>
            <translation>ATENÇÃO: %1 apresenta uma chave do host diferente da que é confiável. Alguém pode estar interceptando a conexão</translation>
        </message>
        <message>
            <source>Ask the host's administrators whether they changed it. Trust the new one only when they say so.</source>
            <translation>Pergunte aos administradores do host se eles a trocaram. Só confie na nova se eles confirmarem.</translation>
        </message>
        <message>
            <source>%1 cannot be reached: %2</source>
            <translation>Não é possível alcançar %1: %2</translation>
        </message>
        <message>
            <source>Check the address and the network: a firewall may block SSH.</source>
            <translation>Verifique o endereço e a rede: um firewall pode estar bloqueando o SSH.</translation>
        </message>
        <message>
            <source>There is no repository %1 on %2, or not for this key</source>
            <translation>Não há nenhum repositório %1 em %2, ou não para esta chave</translation>
        </message>
        <message>
            <source>Check the spelling, and that the key may read this repository.</source>
            <translation>Verifique a grafia e se a chave tem permissão para ler este repositório.</translation>
        </message>
        <message>
            <source>The repository has no %1</source>
            <translation>O repositório não tem %1</translation>
        </message>
        <message>
            <source>Check the spelling, and that it was pushed.</source>
            <translation>Verifique a grafia e se o push foi feito.</translation>
        </message>
        <message>
            <source>%1 did not answer within %2 s</source>
            <translation>%1 não respondeu em %2 s</translation>
        </message>
        <message>
            <source>Try again; when it stays so, check the network.</source>
            <translation>Tente novamente; se continuar assim, verifique a rede.</translation>
        </message>
        <message>
            <source>Git could not reach the repository: %1</source>
            <translation>O Git não conseguiu acessar o repositório: %1</translation>
        </message>
        <message>
            <source>The words are Git's own.</source>
            <translation>As palavras são do próprio Git.</translation>
        </message>
    </context>
    <context>
        <name>GitAddress</name>
        <message>
            <source>Write git@host:owner/repository.git, ssh://git@host/owner/repository.git or https://host/owner/repository.git.</source>
            <translation>Escreva git@host:owner/repository.git, ssh://git@host/owner/repository.git ou https://host/owner/repository.git.</translation>
        </message>
        <message>
            <source>The address names no host that Git could reach</source>
            <translation>O endereço não indica nenhum host que o Git possa alcançar</translation>
        </message>
        <message>
            <source>The address does not say as whom to sign in</source>
            <translation>O endereço não diz com que usuário entrar</translation>
        </message>
        <message>
            <source>Write the user before the host; for most hosts it is "git": git@host:owner/repository.git.</source>
            <translation>Escreva o usuário antes do host; na maioria dos hosts é "git": git@host:owner/repository.git.</translation>
        </message>
        <message>
            <source>The address holds a user name that SSH would not take</source>
            <translation>O endereço contém um nome de usuário que o SSH não aceitaria</translation>
        </message>
        <message>
            <source>The address names a host, but no repository on it</source>
            <translation>O endereço indica um host, mas nenhum repositório nele</translation>
        </message>
        <message>
            <source>The path of a repository cannot begin with a dash</source>
            <translation>O caminho de um repositório não pode começar com um hífen</translation>
        </message>
        <message>
            <source>The address of the repository is not a valid URL</source>
            <translation>O endereço do repositório não é uma URL válida</translation>
        </message>
        <message>
            <source>The address holds a password or token, which would end up in files and logs</source>
            <translation>O endereço contém uma senha ou um token, que acabaria em arquivos e logs</translation>
        </message>
        <message>
            <source>Take it out of the address, and keep it under Accounts, SSH keys and tokens.</source>
            <translation>Retire-o do endereço e guarde-o em Contas, chaves SSH e tokens.</translation>
        </message>
        <message>
            <source>The address of a repository has no '?' and no '#'</source>
            <translation>O endereço de um repositório não tem '?' nem '#'</translation>
        </message>
        <message>
            <source>The address holds a user name or token before its host</source>
            <translation>O endereço contém um nome de usuário ou um token antes do host</translation>
        </message>
        <message>
            <source>Leave out everything before the @: the user name is kept with the token, under Accounts.</source>
            <translation>Deixe de fora tudo o que vem antes do @: o nome de usuário é guardado com o token, em Contas.</translation>
        </message>
        <message>
            <source>This is not the address of a repository on a Git host</source>
            <translation>Este não é o endereço de um repositório em um host Git</translation>
        </message>
        <message>
            <source>The address of the repository is missing</source>
            <translation>Falta o endereço do repositório</translation>
        </message>
        <message>
            <source>This cannot be the address of a repository</source>
            <translation>Isto não pode ser o endereço de um repositório</translation>
        </message>
        <message>
            <source>Git's remote helpers ("name::…") are not used</source>
            <translation>Os auxiliares remotos do Git ("name::…") não são usados</translation>
        </message>
        <message>
            <source>"%1" is not encrypted: anybody on the way could change the program</source>
            <translation>"%1" não é criptografado: qualquer um no caminho poderia alterar o programa</translation>
        </message>
        <message>
            <source>Use the https:// or the SSH address of the repository.</source>
            <translation>Use o endereço https:// ou o endereço SSH do repositório.</translation>
        </message>
        <message>
            <source>Nodes can clone over SSH and HTTPS only</source>
            <translation>Os nós só podem clonar por SSH e HTTPS</translation>
        </message>
    </context>
    <context>
        <name>GitCredentials</name>
        <message>
            <source>The list of SSH keys and tokens cannot be read: %1</source>
            <translation>Não é possível ler a lista de chaves SSH e tokens: %1</translation>
        </message>
        <message>
            <source>The list of SSH keys and tokens is damaged: %1</source>
            <translation>A lista de chaves SSH e tokens está danificada: %1</translation>
        </message>
        <message>
            <source>Mend the file, or remove it and enter them again.</source>
            <translation>Corrija o arquivo, ou remova-o e informe-os novamente.</translation>
        </message>
        <message>
            <source>The list of SSH keys and tokens cannot be written: %1</source>
            <translation>Não é possível gravar a lista de chaves SSH e tokens: %1</translation>
        </message>
        <message>
            <source>Make the folder writable, and try again.</source>
            <translation>Permita a gravação na pasta e tente novamente.</translation>
        </message>
        <message>
            <source>"%1" cannot be the name of a key or token</source>
            <translation>"%1" não pode ser o nome de uma chave ou de um token</translation>
        </message>
        <message>
            <source>Use up to 64 of A-Z, a-z, 0-9, '_', '-' and '.'.</source>
            <translation>Use até 64 dos caracteres A-Z, a-z, 0-9, '_', '-' e '.'.</translation>
        </message>
        <message>
            <source>"%1" is not the name of a host</source>
            <translation>"%1" não é o nome de um host</translation>
        </message>
        <message>
            <source>Write it as in the repository's address, such as github.com.</source>
            <translation>Escreva-o como no endereço do repositório; por exemplo, github.com.</translation>
        </message>
        <message>
            <source>The user name that goes with the token cannot be used</source>
            <translation>O nome de usuário que acompanha o token não pode ser usado</translation>
        </message>
        <message>
            <source>Use up to 128 of A-Z, a-z, 0-9, '.', '_', '@', '+' and '-'.</source>
            <translation>Use até 128 dos caracteres A-Z, a-z, 0-9, '.', '_', '@', '+' e '-'.</translation>
        </message>
        <message>
            <source>This is no token: it is empty, or holds spaces or line breaks</source>
            <translation>Isto não é um token: está vazio ou contém espaços ou quebras de linha</translation>
        </message>
        <message>
            <source>Copy it again from the host's page.</source>
            <translation>Copie-o novamente da página do host.</translation>
        </message>
        <message>
            <source>There is already a key or token called "%1"</source>
            <translation>Já existe uma chave ou um token de nome "%1"</translation>
        </message>
        <message>
            <source>Choose another name, or remove that one first.</source>
            <translation>Escolha outro nome ou remova antes o que já existe.</translation>
        </message>
        <message>
            <source>There is no SSH key or token called "%1"</source>
            <translation>Não há nenhuma chave SSH nem token de nome "%1"</translation>
        </message>
        <message>
            <source>Make one under Accounts, SSH keys, or by "batchdesk-cli key generate".</source>
            <translation>Crie uma chave em Contas, Chaves SSH, ou com "batchdesk-cli key generate".</translation>
        </message>
        <message>
            <source>Known are: %1.</source>
            <translation>Os conhecidos são: %1.</translation>
        </message>
        <message>
            <source>"%1" is an SSH key, not a token</source>
            <translation>"%1" é uma chave SSH, não um token</translation>
        </message>
        <message>
            <source>The private half of the key "%1" is not in the keychain, or the keychain is locked</source>
            <translation>A parte privada da chave "%1" não está no chaveiro do sistema, ou ele está bloqueado</translation>
        </message>
        <message>
            <source>The token "%1" is not in the keychain, or the keychain is locked</source>
            <translation>O token "%1" não está no chaveiro do sistema, ou ele está bloqueado</translation>
        </message>
        <message>
            <source>Unlock it and try again; if the secret is gone, remove it under Accounts, and make or enter it again.</source>
            <translation>Desbloqueie-o e tente novamente; se o segredo não existe mais, remova o item em Contas e crie-o ou informe-o novamente.</translation>
        </message>
    </context>
    <context>
        <name>GitFacts</name>
        <message>
            <source>all of the repository</source>
            <translation>o repositório inteiro</translation>
        </message>
        <message>
            <source>the folder %1</source>
            <translation>a pasta %1</translation>
        </message>
        <message>
            <source>the latest commit alone</source>
            <translation>somente o commit mais recente</translation>
        </message>
        <message>
            <source>all of it</source>
            <translation>todo ele</translation>
        </message>
        <message numerus="yes">
            <source>the latest %n commit(s)</source>
            <translation>
                <numerusform>o %n commit mais recente</numerusform>
                <numerusform>os %n commits mais recentes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hora</numerusform>
                <numerusform>%n horas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minuto</numerusform>
                <numerusform>%n minutos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n segundo</numerusform>
                <numerusform>%n segundos</numerusform>
            </translation>
        </message>
        <message>
            <source>for %1 and no other host</source>
            <translation>para %1 e nenhum outro host</translation>
        </message>
        <message>
            <source>What every node does</source>
            <translation>O que cada nó faz</translation>
        </message>
        <message>
            <source>Clones</source>
            <translation>Clona</translation>
        </message>
        <message>
            <source>Checks out</source>
            <translation>Faz checkout de</translation>
        </message>
        <message>
            <source>Your program</source>
            <translation>Seu programa</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>Submodules</source>
            <translation>Submódulos</translation>
        </message>
        <message>
            <source>cloned too, as the repository names them</source>
            <translation>também são clonados, como o repositório os indica</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>ficam de fora</translation>
        </message>
        <message>
            <source>Large files</source>
            <translation>Arquivos grandes</translation>
        </message>
        <message>
            <source>fetched with Git LFS</source>
            <translation>são buscados com o Git LFS</translation>
        </message>
        <message>
            <source>as they stand in the repository, without Git LFS</source>
            <translation>como estão no repositório, sem o Git LFS</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pacotes</translation>
        </message>
        <message>
            <source>of requirements.txt are installed with pip, where there is one</source>
            <translation>os de requirements.txt são instalados com o pip, se o arquivo existir</translation>
        </message>
        <message>
            <source>Gives up</source>
            <translation>Desiste</translation>
        </message>
        <message>
            <source>when it takes longer than %1</source>
            <translation>quando demora mais de %1</translation>
        </message>
        <message>
            <source>Trusts</source>
            <translation>Confia</translation>
        </message>
        <message>
            <source>the host key that you trust here, and no other one of %1</source>
            <translation>na chave do host em que você confia aqui, e em nenhuma outra de %1</translation>
        </message>
        <message>
            <source>What becomes of your key</source>
            <translation>O que acontece com a sua chave</translation>
        </message>
        <message>
            <source>What becomes of your token</source>
            <translation>O que acontece com o seu token</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Chave</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Is sent to</source>
            <translation>Vai para</translation>
        </message>
        <message>
            <source>a private container of this run. A link that ends by itself opens it, for the preparation of a node alone.</source>
            <translation>um contêiner privado desta execução. Um link que expira sozinho o abre, somente para a preparação de um nó.</translation>
        </message>
        <message>
            <source>On a node</source>
            <translation>Em um nó</translation>
        </message>
        <message>
            <source>it stands in a file for the clone alone, which is removed as soon as the clone is done or has failed. Your tasks never see it.</source>
            <translation>fica em um arquivo somente durante a clonagem, removido assim que ela termina ou falha. As suas tarefas nunca têm acesso a isso.</translation>
        </message>
        <message>
            <source>Is removed</source>
            <translation>Remoção</translation>
        </message>
        <message>
            <source>with that container, when all tasks are through.</source>
            <translation>junto com esse contêiner, quando todas as tarefas tiverem terminado.</translation>
        </message>
        <message>
            <source>branch %1</source>
            <translation>branch %1</translation>
        </message>
        <message>
            <source>tag %1</source>
            <translation>tag %1</translation>
        </message>
        <message>
            <source>commit %1</source>
            <translation>commit %1</translation>
        </message>
        <message>
            <source>the repository's default branch</source>
            <translation>branch padrão do repositório</translation>
        </message>
    </context>
    <context>
        <name>GitHostGuides</name>
        <message>
            <source>Deploy key of the repository (better: it opens this repository only)</source>
            <translation>Deploy key do repositório (melhor: abre somente este repositório)</translation>
        </message>
        <message>
            <source>Open the repository, then Settings, Deploy keys, Add deploy key.</source>
            <translation>Abra o repositório e depois Settings, Deploy keys, Add deploy key.</translation>
        </message>
        <message>
            <source>Paste the public key, and leave "Allow write access" off.</source>
            <translation>Cole a chave pública e deixe "Allow write access" desmarcado.</translation>
        </message>
        <message>
            <source>Press Add key.</source>
            <translation>Pressione Add key.</translation>
        </message>
        <message>
            <source>Key of your account (it opens all that you may read)</source>
            <translation>Chave da sua conta (abre tudo o que você pode ler)</translation>
        </message>
        <message>
            <source>Open Settings, SSH and GPG keys, New SSH key.</source>
            <translation>Abra Settings, SSH and GPG keys, New SSH key.</translation>
        </message>
        <message>
            <source>Give it a title such as "Batch key", and paste the public key.</source>
            <translation>Dê um título a ela, como "Batch key", e cole a chave pública.</translation>
        </message>
        <message>
            <source>Press Add SSH key.</source>
            <translation>Pressione Add SSH key.</translation>
        </message>
        <message>
            <source>Deploy key of the project (better: it opens this project only)</source>
            <translation>Deploy key do projeto (melhor: abre somente este projeto)</translation>
        </message>
        <message>
            <source>Open the project, then Settings, Repository, Deploy keys.</source>
            <translation>Abra o projeto e depois Settings, Repository, Deploy keys.</translation>
        </message>
        <message>
            <source>Press Add new key, paste the public key, and leave "Grant write permissions" off.</source>
            <translation>Pressione Add new key, cole a chave pública e deixe "Grant write permissions" desmarcado.</translation>
        </message>
        <message>
            <source>Open Edit profile, SSH Keys, Add new key.</source>
            <translation>Abra Edit profile, SSH Keys, Add new key.</translation>
        </message>
        <message>
            <source>Paste the public key, and press Add key.</source>
            <translation>Cole a chave pública e pressione Add key.</translation>
        </message>
        <message>
            <source>Access key of the repository (better: it can only read, and only there)</source>
            <translation>Access key do repositório (melhor: só permite leitura, e somente nele)</translation>
        </message>
        <message>
            <source>Open the repository, then Repository settings, Access keys, Add key.</source>
            <translation>Abra o repositório e depois Repository settings, Access keys, Add key.</translation>
        </message>
        <message>
            <source>Paste the public key, and press Add SSH key.</source>
            <translation>Cole a chave pública e pressione Add SSH key.</translation>
        </message>
        <message>
            <source>Open Personal settings, SSH keys, Add key.</source>
            <translation>Abra Personal settings, SSH keys, Add key.</translation>
        </message>
        <message>
            <source>Key of an account that may read this repository (there are no deploy keys)</source>
            <translation>Chave de uma conta que pode ler este repositório (não há deploy keys)</translation>
        </message>
        <message>
            <source>Azure Repos takes RSA keys only: make one of that type.</source>
            <translation>O Azure Repos só aceita chaves RSA: crie uma desse tipo.</translation>
        </message>
        <message>
            <source>Open User settings, SSH public keys, New Key.</source>
            <translation>Abra User settings, SSH public keys, New Key.</translation>
        </message>
        <message>
            <source>Paste the public key, and press Add.</source>
            <translation>Cole a chave pública e pressione Add.</translation>
        </message>
    </context>
    <context>
        <name>GitSettings</name>
        <message>
            <source>Only one of %1 can be checked out</source>
            <translation>Só é possível fazer checkout de um destes: %1</translation>
        </message>
        <message>
            <source>Keep one of them.</source>
            <translation>Mantenha apenas um deles.</translation>
        </message>
        <message>
            <source>An https:// address is opened by a token, not by an SSH key</source>
            <translation>Um endereço https:// é aberto por um token, não por uma chave SSH</translation>
        </message>
        <message>
            <source>An SSH address is opened by a key, not by a token</source>
            <translation>Um endereço SSH é aberto por uma chave, não por um token</translation>
        </message>
        <message>
            <source>Write "%1", or use the other address of the repository.</source>
            <translation>Escreva "%1" ou use o outro endereço do repositório.</translation>
        </message>
        <message>
            <source>"%1" is not the hash of a commit</source>
            <translation>"%1" não é o hash de um commit</translation>
        </message>
        <message>
            <source>Give all 40 (or 64) digits; "git rev-parse" prints them.</source>
            <translation>Informe todos os 40 (ou 64) dígitos; "git rev-parse" os imprime.</translation>
        </message>
        <message>
            <source>"%1" cannot be the name of a branch or tag</source>
            <translation>"%1" não pode ser o nome de um branch ou de uma tag</translation>
        </message>
        <message>
            <source>Write it as "git branch" or "git tag" lists it.</source>
            <translation>Escreva-o como "git branch" ou "git tag" o lista.</translation>
        </message>
        <message>
            <source>This cannot be the name of a key or token</source>
            <translation>Isto não pode ser o nome de uma chave ou de um token</translation>
        </message>
        <message>
            <source>Give the name under which it is kept, never the key itself.</source>
            <translation>Informe o nome com que ela está guardada, nunca a própria chave.</translation>
        </message>
        <message>
            <source>An SSH address needs a key</source>
            <translation>Um endereço SSH precisa de uma chave</translation>
        </message>
        <message>
            <source>Give the name of an SSH key; "batchdesk-cli key list" lists them.</source>
            <translation>Informe o nome de uma chave SSH; "batchdesk-cli key list" lista as chaves.</translation>
        </message>
        <message>
            <source>The application is either a folder or a Git repository</source>
            <translation>O aplicativo é uma pasta ou um repositório Git, não os dois</translation>
        </message>
        <message>
            <source>Remove "%1" or "git". A folder within the repository is $.application.git.folder.</source>
            <translation>Remova "%1" ou "git". Uma pasta dentro do repositório é $.application.git.folder.</translation>
        </message>
        <message>
            <source>This is not a folder within the repository</source>
            <translation>Esta não é uma pasta dentro do repositório</translation>
        </message>
        <message>
            <source>Write it relative to the repository, such as "src/model"; "." is all of it.</source>
            <translation>Escreva-a em relação ao repositório, como "src/model"; "." é o repositório inteiro.</translation>
        </message>
        <message>
            <source>%1 is out of range</source>
            <translation>%1 está fora do intervalo permitido</translation>
        </message>
        <message>
            <source>Expected the number of commits to fetch; 0 fetches all.</source>
            <translation>Esperado: o número de commits a buscar; 0 busca todos.</translation>
        </message>
        <message>
            <source>This time limit is out of range</source>
            <translation>Este limite de tempo está fora do intervalo permitido</translation>
        </message>
        <message>
            <source>Expected 10 seconds ("PT10S") to one day ("P1D").</source>
            <translation>Esperado: de 10 segundos ("PT10S") a um dia ("P1D").</translation>
        </message>
    </context>
    <context>
        <name>Handover</name>
        <message>
            <source>What came on standard input is neither an account with its keys nor a key</source>
            <translation>O que chegou pela entrada padrão não é uma conta com as suas chaves nem uma chave</translation>
        </message>
    </context>
    <context>
        <name>HostKeys</name>
        <message>
            <source>The list of trusted hosts cannot be written: %1</source>
            <translation>Não é possível gravar a lista de hosts confiáveis: %1</translation>
        </message>
        <message>
            <source>Make the folder writable, and try again.</source>
            <translation>Permita a gravação na pasta e tente novamente.</translation>
        </message>
        <message>
            <source>ssh-keyscan is not installed on this computer</source>
            <translation>O ssh-keyscan não está instalado neste computador</translation>
        </message>
        <message>
            <source>Install the OpenSSH client, and try again.</source>
            <translation>Instale o cliente OpenSSH e tente novamente.</translation>
        </message>
        <message>
            <source>%1 did not show a host key</source>
            <translation>%1 não apresentou nenhuma chave do host</translation>
        </message>
        <message>
            <source>Check the address and the network: a firewall may block SSH.</source>
            <translation>Verifique o endereço e a rede: um firewall pode estar bloqueando o SSH.</translation>
        </message>
    </context>
    <context>
        <name>ImageCatalogue</name>
        <message>
            <source>There is no image called "%1"</source>
            <translation>Não existe uma imagem chamada "%1"</translation>
        </message>
    </context>
    <context>
        <name>IsoTime</name>
        <message>
            <source>"%1" is not an ISO 8601 duration</source>
            <translation>"%1" não é uma duração ISO 8601</translation>
        </message>
        <message>
            <source>Write it like PT15M, PT8H or P7D.</source>
            <translation>Escreva algo como PT15M, PT8H ou P7D.</translation>
        </message>
    </context>
    <context>
        <name>Journal</name>
        <message>
            <source>The run's journal cannot be written: %1</source>
            <translation>Não é possível gravar o diário da execução: %1</translation>
        </message>
        <message>
            <source>Make room on the disk, and resume the run.</source>
            <translation>Libere espaço no disco e continue a execução.</translation>
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message>
            <source>The application folder</source>
            <translation>A pasta do aplicativo</translation>
        </message>
        <message>
            <source>entries ignored: %1</source>
            <translation>itens ignorados: %1</translation>
        </message>
        <message>
            <source>Input files that are empty: %1 (%2)</source>
            <translation>Arquivos de entrada vazios: %1 (%2)</translation>
        </message>
        <message>
            <source>The input folder</source>
            <translation>A pasta de entrada</translation>
        </message>
        <message>
            <source>Blob Storage cannot keep a name that ends in a dot: "%1"</source>
            <translation>O Blob Storage não consegue guardar um nome que termina com ponto: "%1"</translation>
        </message>
        <message>
            <source>Rename it, or exclude it by a pattern.</source>
            <translation>Renomeie-o ou deixe-o de fora por meio de um padrão.</translation>
        </message>
        <message>
            <source>The start script does not exist</source>
            <translation>O script de inicialização não existe</translation>
        </message>
        <message>
            <source>Correct $.pool.startTask.script in the settings.</source>
            <translation>Corrija $.pool.startTask.script nas configurações.</translation>
        </message>
        <message>
            <source>The start script cannot be read: %1</source>
            <translation>Não é possível ler o script de inicialização: %1</translation>
        </message>
        <message>
            <source>The start script is larger than 1 MiB</source>
            <translation>O script de inicialização é maior que 1 MiB</translation>
        </message>
        <message>
            <source>The start script is empty</source>
            <translation>O script de inicialização está vazio</translation>
        </message>
    </context>
    <context>
        <name>Machines</name>
        <message>
            <source>%1 · %2 vCPUs · %3 GiB</source>
            <translation>%1 · %2 vCPUs · %3 GiB</translation>
        </message>
        <message>
            <source>Not in the list that comes with Batchdesk; the service decides.</source>
            <translation>Não está na lista que acompanha o Batchdesk; o serviço decide.</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) at a time.</source>
            <translation>
                <numerusform>%n tarefa por vez.</numerusform>
                <numerusform>%n tarefas por vez.</numerusform>
            </translation>
        </message>
        <message>
            <source>As many as this computer has processors is a good number.</source>
            <translation>Um bom número é a quantidade de processadores deste computador.</translation>
        </message>
    </context>
    <context>
        <name>NearestName</name>
        <message>
            <source>Did you mean "%1"?</source>
            <translation>Você quis dizer "%1"?</translation>
        </message>
        <message>
            <source>Known are: %1.</source>
            <translation>Os conhecidos são: %1.</translation>
        </message>
    </context>
    <context>
        <name>Network</name>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>Não é possível ler %1: %2</translation>
        </message>
        <message>
            <source>%1 is shorter than it was</source>
            <translation>%1 está menor do que antes</translation>
        </message>
        <message>
            <source>%1 became unreadable while it was sent</source>
            <translation>%1 ficou ilegível durante o envio</translation>
        </message>
        <message>
            <source>the connection was refused</source>
            <translation>a conexão foi recusada</translation>
        </message>
        <message>
            <source>the host is not known</source>
            <translation>o host não é conhecido</translation>
        </message>
        <message>
            <source>the connection was closed from the other side</source>
            <translation>a conexão foi fechada pelo outro lado</translation>
        </message>
        <message>
            <source>the answer is incomplete</source>
            <translation>a resposta está incompleta</translation>
        </message>
    </context>
    <context>
        <name>Passphrase</name>
        <message>
            <source>This key cannot be taken over with its passphrase</source>
            <translation>Esta chave não pode ser importada com a sua frase secreta</translation>
        </message>
        <message>
            <source>Remove the passphrase from a copy of it, by "ssh-keygen -p -f COPY", and import the copy.</source>
            <translation>Remova a frase secreta de uma cópia dela, com "ssh-keygen -p -f COPY", e importe a cópia.</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>settings, %1</source>
            <translation>configurações, %1</translation>
        </message>
        <message>
            <source>The start script has Windows line ends, which bash does not understand</source>
            <translation>O script de inicialização tem finais de linha do Windows, que o bash não entende</translation>
        </message>
        <message>
            <source>Save it with Unix line ends.</source>
            <translation>Salve-o com finais de linha do Unix.</translation>
        </message>
        <message>
            <source>Rename it, or exclude it by a pattern.</source>
            <translation>Renomeie-o ou deixe-o de fora por meio de um padrão.</translation>
        </message>
        <message>
            <source>The file name is too long for a node (more than %1 %2)</source>
            <translation>O nome do arquivo é longo demais para um nó (mais de %1 %2)</translation>
        </message>
        <message>
            <source>characters</source>
            <translation>caracteres</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>bytes</translation>
        </message>
        <message>
            <source>The path is too long for Blob Storage (more than %1 characters)</source>
            <translation>O caminho é longo demais para o Blob Storage (mais de %1 caracteres)</translation>
        </message>
        <message>
            <source>A Windows node cannot hold a file of this name</source>
            <translation>Um nó Windows não pode ter um arquivo com este nome</translation>
        </message>
        <message>
            <source>The command line for "%1" is too long: %2, and %3 is the most a node takes</source>
            <translation>A linha de comando para "%1" é longa demais: %2, e um nó aceita no máximo %3</translation>
        </message>
        <message>
            <source>Put part of the command into a script of the application.</source>
            <translation>Coloque parte do comando em um script do aplicativo.</translation>
        </message>
        <message>
            <source>%1 more files have such problems</source>
            <translation>Mais %1 arquivos têm problemas desse tipo</translation>
        </message>
        <message>
            <source>The application folder holds nothing to send</source>
            <translation>A pasta do aplicativo não contém nada para enviar</translation>
        </message>
        <message>
            <source>Put your program there, or correct $.application.</source>
            <translation>Coloque seu programa nela ou corrija $.application.</translation>
        </message>
        <message>
            <source>The input folder holds no files</source>
            <translation>A pasta de entrada não contém arquivos</translation>
        </message>
        <message>
            <source>No file in the input folder matches %1; files looked at: %2</source>
            <translation>Nenhum arquivo na pasta de entrada corresponde a %1; arquivos examinados: %2</translation>
        </message>
        <message>
            <source>Correct $.inputs in the settings.</source>
            <translation>Corrija $.inputs nas configurações.</translation>
        </message>
        <message>
            <source>Correct $.inputs in the settings; "recursive": true looks into sub-folders.</source>
            <translation>Corrija $.inputs nas configurações; "recursive": true inclui as subpastas.</translation>
        </message>
        <message>
            <source>The job has no time limit: nodes that join it after a week cannot clone the repository any more</source>
            <translation>O trabalho não tem limite de tempo: os nós que entrarem depois de uma semana não poderão mais clonar o repositório</translation>
        </message>
        <message>
            <source>Give the job a time limit.</source>
            <translation>Defina um limite de tempo para o trabalho.</translation>
        </message>
        <message>
            <source>The nodes clone the repository, and your own start command has to see to it that they have Git</source>
            <translation>Os nós clonam o repositório, e o seu próprio comando de inicialização precisa garantir que eles tenham o Git</translation>
        </message>
        <message>
            <source>Use a start script instead, before which Git is installed.</source>
            <translation>Use um script de inicialização, antes do qual o Git é instalado.</translation>
        </message>
    </context>
    <context>
        <name>PlanClone</name>
        <message>
            <source>branch %1</source>
            <translation>branch %1</translation>
        </message>
        <message>
            <source>tag %1</source>
            <translation>tag %1</translation>
        </message>
        <message>
            <source>commit %1</source>
            <translation>commit %1</translation>
        </message>
        <message>
            <source>its default branch</source>
            <translation>o branch padrão dele</translation>
        </message>
        <message>
            <source>with all of its history</source>
            <translation>com todo o histórico</translation>
        </message>
        <message>
            <source>commits fetched: the last %1</source>
            <translation>commits buscados: os últimos %1</translation>
        </message>
        <message>
            <source>with its submodules</source>
            <translation>com os submódulos</translation>
        </message>
        <message>
            <source>with the files of Git LFS</source>
            <translation>com os arquivos do Git LFS</translation>
        </message>
        <message>
            <source>The host key of %1 is not trusted yet</source>
            <translation>A chave do host %1 ainda não é confiável</translation>
        </message>
        <message>
            <source>settings, %1</source>
            <translation>configurações, %1</translation>
        </message>
        <message>
            <source>Test the access in the window, or run "batchdesk-cli key trust %1", and compare the fingerprint with the one that the host publishes.</source>
            <translation>Teste o acesso na janela ou execute "batchdesk-cli key trust %1" e compare a impressão digital com a que o host publica.</translation>
        </message>
        <message>
            <source>Every node clones %1, %2; %3.</source>
            <translation>Cada nó clona %1, %2; %3.</translation>
        </message>
        <message>
            <source>The application is the whole repository.</source>
            <translation>O aplicativo é o repositório inteiro.</translation>
        </message>
        <message>
            <source>The application is its folder %1.</source>
            <translation>O aplicativo é a pasta %1 dele.</translation>
        </message>
        <message>
            <source>A node goes on only when %1 shows the host key that you trusted.</source>
            <translation>Um nó só continua se %1 apresentar a chave do host em que você confiou.</translation>
        </message>
        <message>
            <source>No key is needed.</source>
            <translation>Nenhuma chave é necessária.</translation>
        </message>
        <message>
            <source>The private half of the key "%1"</source>
            <translation>A parte privada da chave "%1"</translation>
        </message>
        <message>
            <source>The token "%1"</source>
            <translation>O token "%1"</translation>
        </message>
        <message>
            <source>%1 waits in the private container %2, and its link ends after %3 at the latest. A node reads it for the clone alone, and removes it then.</source>
            <translation>%1 aguarda no contêiner privado %2, e o link de acesso expira no máximo após %3. Um nó faz a leitura somente para a clonagem e remove a sua cópia em seguida.</translation>
        </message>
        <message>
            <source>The container is deleted when all tasks are through.</source>
            <translation>O contêiner é excluído quando todas as tarefas tiverem terminado.</translation>
        </message>
    </context>
    <context>
        <name>PlanRecord</name>
        <message>
            <source>The record of the run cannot be read: %1</source>
            <translation>O registro da execução não pode ser lido: %1</translation>
        </message>
        <message>
            <source>it is of version %1, and this Batchdesk knows %2</source>
            <translation>é da versão %1, e este Batchdesk conhece a %2</translation>
        </message>
        <message>
            <source>its time is missing</source>
            <translation>falta a data e hora</translation>
        </message>
    </context>
    <context>
        <name>PlanText</name>
        <message>
            <source>unlimited</source>
            <translation>ilimitado</translation>
        </message>
        <message>
            <source>no container</source>
            <translation>nenhum contêiner</translation>
        </message>
        <message>
            <source>job %1</source>
            <translation>trabalho %1</translation>
        </message>
        <message>
            <source>not the job</source>
            <translation>não o trabalho</translation>
        </message>
        <message>
            <source>pool %1</source>
            <translation>pool %1</translation>
        </message>
        <message>
            <source>not the pool, which keeps costing money</source>
            <translation>não o pool, que continua gerando custos</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 bytes</translation>
        </message>
        <message>
            <source>Run %1 (%2) on account %3</source>
            <translation>Execução %1 (%2) na conta %3</translation>
        </message>
        <message>
            <source>Creates</source>
            <translation>Cria</translation>
        </message>
        <message>
            <source>containers</source>
            <translation>contêineres</translation>
        </message>
        <message>
            <source>application</source>
            <translation>aplicativo</translation>
        </message>
        <message>
            <source>files: %1, %2, from %3</source>
            <translation>arquivos: %1, %2, de %3</translation>
        </message>
        <message>
            <source>inputs</source>
            <translation>entradas</translation>
        </message>
        <message>
            <source>pool</source>
            <translation>pool</translation>
        </message>
        <message>
            <source>%1: nodes dedicated %2, Spot %3; %4; slots per node %5</source>
            <translation>%1: nós dedicados %2, Spot %3; %4; slots por nó %5</translation>
        </message>
        <message>
            <source>image</source>
            <translation>imagem</translation>
        </message>
        <message>
            <source>start task</source>
            <translation>tarefa de inicialização</translation>
        </message>
        <message>
            <source>job</source>
            <translation>trabalho</translation>
        </message>
        <message>
            <source>%1: at most %2, retries of a task %3</source>
            <translation>%1: tempo máximo %2, novas tentativas por tarefa %3</translation>
        </message>
        <message>
            <source>preparation</source>
            <translation>preparação</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>tarefas</translation>
        </message>
        <message>
            <source>    and %1 more</source>
            <translation>    e mais %1</translation>
        </message>
        <message>
            <source>Brings home</source>
            <translation>Traz de volta</translation>
        </message>
        <message>
            <source>results</source>
            <translation>resultados</translation>
        </message>
        <message>
            <source>%1, with task-log/stdout.txt and stderr.txt, to %2</source>
            <translation>%1, com task-log/stdout.txt e stderr.txt, para %2</translation>
        </message>
        <message>
            <source>Removes in the end</source>
            <translation>Remove no final</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>Aviso: %1</translation>
        </message>
    </context>
    <context>
        <name>PlannedDraft</name>
        <message>
            <source>Empty file</source>
            <translation>Arquivo vazio</translation>
        </message>
    </context>
    <context>
        <name>PoolHealth</name>
        <message>
            <source>exit code %1</source>
            <translation>código de saída %1</translation>
        </message>
        <message>
            <source>no exit code</source>
            <translation>sem código de saída</translation>
        </message>
        <message>
            <source>The start task failed on node %1: %2</source>
            <translation>A tarefa de inicialização falhou no nó %1: %2</translation>
        </message>
        <message>
            <source>the service gives no reason</source>
            <translation>o serviço não informa o motivo</translation>
        </message>
        <message>
            <source>Node %1 is unusable: %2</source>
            <translation>O nó %1 está inutilizável: %2</translation>
        </message>
        <message>
            <source>The job preparation failed on node %1: %2</source>
            <translation>A preparação do trabalho falhou no nó %1: %2</translation>
        </message>
        <message>
            <source>The pool did not get its nodes: %1</source>
            <translation>O pool não recebeu seus nós: %1</translation>
        </message>
    </context>
    <context>
        <name>Preflight</name>
        <message>
            <source>Credentials</source>
            <translation>Credenciais</translation>
        </message>
        <message>
            <source>Batch answers</source>
            <translation>O Batch responde</translation>
        </message>
        <message>
            <source>Storage answers</source>
            <translation>O armazenamento responde</translation>
        </message>
        <message>
            <source>Names are free</source>
            <translation>Os nomes estão livres</translation>
        </message>
        <message>
            <source>The image is offered</source>
            <translation>A imagem é oferecida</translation>
        </message>
        <message>
            <source>Choose another folder for the results.</source>
            <translation>Escolha outra pasta para os resultados.</translation>
        </message>
        <message>
            <source>There is no %1</source>
            <translation>%1 não existe</translation>
        </message>
        <message>
            <source>%1 is a file, so no folder can be made there</source>
            <translation>%1 é um arquivo, portanto nenhuma pasta pode ser criada ali</translation>
        </message>
        <message>
            <source>Nothing can be written into %1</source>
            <translation>Não é possível gravar nada em %1</translation>
        </message>
        <message>
            <source>This Batch account does not list %1 %2 %3 with %4</source>
            <translation>Esta conta do Batch não lista %1 %2 %3 com %4</translation>
        </message>
        <message>
            <source>Choose another image, or launch and see whether the pool takes it.</source>
            <translation>Escolha outra imagem, ou inicie e veja se o pool a aceita.</translation>
        </message>
        <message>
            <source>Results can be written</source>
            <translation>Os resultados podem ser gravados</translation>
        </message>
        <message>
            <source>Files and settings</source>
            <translation>Arquivos e configurações</translation>
        </message>
        <message>
            <source>The repository can be read</source>
            <translation>O repositório pode ser lido</translation>
        </message>
    </context>
    <context>
        <name>PrivacyFacts</name>
        <message>
            <source>Batch key of the account "%1"</source>
            <translation>Chave do Batch da conta "%1"</translation>
        </message>
        <message>
            <source>Storage key of the account "%1"</source>
            <translation>Chave de armazenamento da conta "%1"</translation>
        </message>
        <message>
            <source>Private half of the SSH key "%1"</source>
            <translation>Parte privada da chave SSH "%1"</translation>
        </message>
        <message>
            <source>Token "%1" for %2</source>
            <translation>Token "%1" para %2</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Contas</translation>
        </message>
        <message>
            <source>Names and addresses of the accounts. No key.</source>
            <translation>Nomes e endereços das contas. Nenhuma chave.</translation>
        </message>
        <message>
            <source>SSH keys and tokens</source>
            <translation>Chaves SSH e tokens</translation>
        </message>
        <message>
            <source>Names, public halves, hosts and user names. No private key, no token.</source>
            <translation>Nomes, partes públicas, hosts e nomes de usuário. Nenhuma chave privada, nenhum token.</translation>
        </message>
        <message>
            <source>Trusted hosts</source>
            <translation>Hosts confiáveis</translation>
        </message>
        <message>
            <source>The public keys by which hosts of repositories prove themselves.</source>
            <translation>As chaves públicas com que os hosts dos repositórios provam quem são.</translation>
        </message>
        <message>
            <source>The window</source>
            <translation>A janela</translation>
        </message>
        <message>
            <source>Its size, columns and appearance, the settings that were opened last, and what was not saved in the wizard.</source>
            <translation>O tamanho, as colunas e a aparência dela, as últimas configurações abertas e o que não foi salvo no assistente.</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Execuções</translation>
        </message>
        <message>
            <source>For each run its settings with the variables that you set, the names of its files, what it did, and how its tasks ended. No key of an account or a repository. Results are in the folder that the settings name.</source>
            <translation>Para cada execução, as configurações com as variáveis que você definiu, os nomes dos arquivos, o que ela fez e como as tarefas terminaram. Nenhuma chave de uma conta ou de um repositório. Os resultados ficam na pasta indicada nas configurações.</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Este computador</translation>
        </message>
        <message>
            <source>The service that runs tasks here keeps its jobs, its files and the links of its tasks, and keys of its own, which open nothing but this service. Only you may read them.</source>
            <translation>O serviço que executa tarefas aqui guarda os trabalhos, os arquivos e os links das tarefas, além de chaves próprias, que não abrem nada além deste serviço. Só você pode lê-los.</translation>
        </message>
        <message>
            <source>While a repository is tried</source>
            <translation>Enquanto um repositório é testado</translation>
        </message>
        <message>
            <source>For the seconds that Test access takes, its key or token lies in a folder here that only you may read, since ssh takes it in no other way. It is removed at the end, whatever the end is.</source>
            <translation>Durante os segundos que Testar acesso leva, a chave ou o token do repositório fica aqui, em uma pasta que só você pode ler, pois o ssh não aceita outra forma. A remoção é feita no fim, qualquer que seja ele.</translation>
        </message>
        <message>
            <source>Settings of your projects</source>
            <translation>Configurações dos seus projetos</translation>
        </message>
        <message>
            <source>settings.json names accounts, SSH keys and tokens, and never holds one. It lies where you save it.</source>
            <translation>settings.json indica contas, chaves SSH e tokens, mas nunca os contém. O arquivo fica onde você o salva.</translation>
        </message>
        <message>
            <source>Your files</source>
            <translation>Seus arquivos</translation>
        </message>
        <message>
            <source>The program and the inputs lie in containers of the run, in your own storage account, and the results too. A run removes what it does not leave for you.</source>
            <translation>O programa e as entradas ficam em contêineres da execução, na sua própria conta de armazenamento, e os resultados também. Uma execução remove o que não deixa para você.</translation>
        </message>
        <message>
            <source>The key of a repository</source>
            <translation>A chave de um repositório</translation>
        </message>
        <message>
            <source>Keys of your accounts</source>
            <translation>Chaves das suas contas</translation>
        </message>
        <message>
            <source>They stay on this computer: they sign requests and are not sent. Tasks get links that open the containers of their own run, for a limited time.</source>
            <translation>Elas ficam neste computador: assinam solicitações e não são enviadas. As tarefas recebem links que abrem os contêineres da própria execução, por tempo limitado.</translation>
        </message>
        <message>
            <source>Where the nodes clone a private repository, its key or token travels as a blob in a private container of its own, in your storage account. The link that reads it opens that one blob, and ends with the time limit of the job. The container is removed as soon as all tasks are through. A node removes its copy before anything but Git runs there, also when the clone fails.</source>
            <translation>Quando os nós clonam um repositório privado, a chave ou o token dele viaja como um blob em um contêiner privado próprio, na sua conta de armazenamento. O link de leitura abre somente esse blob e expira com o limite de tempo do trabalho. O contêiner é removido assim que todas as tarefas tiverem terminado. Um nó remove a sua cópia antes que qualquer outra coisa além do Git seja executada nele, mesmo que a clonagem falhe.</translation>
        </message>
    </context>
    <context>
        <name>PrivateFolder</name>
        <message>
            <source>A temporary file cannot be written: %1</source>
            <translation>Não é possível gravar um arquivo temporário: %1</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 de %2 arquivos</translation>
        </message>
        <message>
            <source>Tasks: %1 done, %2 running, %3 waiting, %4 failed (of %5)</source>
            <translation>Tarefas: %1 concluídas, %2 em execução, %3 aguardando, %4 com falha (de %5)</translation>
        </message>
        <message>
            <source>All tasks succeeded.</source>
            <translation>Todas as tarefas foram bem-sucedidas.</translation>
        </message>
        <message>
            <source>Not all tasks succeeded.</source>
            <translation>Nem todas as tarefas foram bem-sucedidas.</translation>
        </message>
        <message>
            <source>The run could not be started; nothing of it was left behind.</source>
            <translation>A execução não pôde ser iniciada; nada dela ficou para trás.</translation>
        </message>
        <message>
            <source>The run broke off.</source>
            <translation>A execução foi interrompida inesperadamente.</translation>
        </message>
        <message>
            <source>The run was stopped.</source>
            <translation>A execução foi parada.</translation>
        </message>
        <message>
            <source>exit code %1</source>
            <translation>código de saída %1</translation>
        </message>
        <message>
            <source>never started</source>
            <translation>nunca iniciada</translation>
        </message>
        <message>
            <source>  run        %1, %2</source>
            <translation>  execução   %1, %2</translation>
        </message>
        <message>
            <source>  tasks      %1 succeeded, %2 failed, %3 not run (of %4)</source>
            <translation>  tarefas    %1 bem-sucedidas, %2 com falha, %3 não executadas (de %4)</translation>
        </message>
        <message>
            <source>  deleted    %1</source>
            <translation>  excluído   %1</translation>
        </message>
        <message>
            <source>  kept       %1: %2</source>
            <translation>  mantido    %1: %2</translation>
        </message>
        <message>
            <source>  brought    %1 files</source>
            <translation>  trazidos   %1 arquivos</translation>
        </message>
        <message>
            <source>  problem    %1</source>
            <translation>  problema   %1</translation>
        </message>
        <message>
            <source>  Remove what is left with "batchdesk-cli cleanup %1".</source>
            <translation>  Remova o que restou com "batchdesk-cli cleanup %1".</translation>
        </message>
        <message>
            <source>  Go on with "batchdesk-cli resume %1", or remove what exists with "batchdesk-cli cleanup %1".</source>
            <translation>  Continue com "batchdesk-cli resume %1" ou remova o que existe com "batchdesk-cli cleanup %1".</translation>
        </message>
    </context>
    <context>
        <name>Repository</name>
        <message>
            <source>The repository is at commit %1</source>
            <translation>O repositório está no commit %1</translation>
        </message>
        <message>
            <source>The repository could not be tried from here; the nodes will tell. %1</source>
            <translation>Não foi possível testar o repositório daqui; os nós dirão se ele funciona. %1</translation>
        </message>
    </context>
    <context>
        <name>ResultFiles</name>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>O arquivo não pode ser lido: %1</translation>
        </message>
        <message>
            <source>The copy cannot be written: %1</source>
            <translation>A cópia não pode ser gravada: %1</translation>
        </message>
        <message>
            <source>Choose another place, or make room.</source>
            <translation>Escolha outro local ou libere espaço.</translation>
        </message>
    </context>
    <context>
        <name>ReviewFacts</name>
        <message>
            <source>at most %1</source>
            <translation>no máximo %1</translation>
        </message>
        <message>
            <source>no time limit</source>
            <translation>sem limite de tempo</translation>
        </message>
        <message numerus="yes">
            <source>%n dedicated node(s)</source>
            <translation>
                <numerusform>%n nó dedicado</numerusform>
                <numerusform>%n nós dedicados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Spot node(s)</source>
            <translation>
                <numerusform>%n nó Spot</numerusform>
                <numerusform>%n nós Spot</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) at a time on each</source>
            <translation>
                <numerusform>%n tarefa por vez em cada um</numerusform>
                <numerusform>%n tarefas por vez em cada um</numerusform>
            </translation>
        </message>
        <message>
            <source>processes on this computer</source>
            <translation>processos neste computador</translation>
        </message>
        <message>
            <source>Python 3 is installed where it is missing.</source>
            <translation>O Python 3 é instalado onde estiver faltando.</translation>
        </message>
        <message>
            <source>Your script %1 runs.</source>
            <translation>Seu script %1 é executado.</translation>
        </message>
        <message>
            <source>This runs: %1</source>
            <translation>Isto é executado: %1</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>Nada.</translation>
        </message>
        <message>
            <source>Your program is unpacked, and the packages of requirements.txt are installed.</source>
            <translation>Seu programa é descompactado, e os pacotes de requirements.txt são instalados.</translation>
        </message>
        <message>
            <source>Your program is unpacked.</source>
            <translation>Seu programa é descompactado.</translation>
        </message>
        <message>
            <source>Then this runs: %1</source>
            <translation>Em seguida, isto é executado: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n arquivo, %1</numerusform>
                <numerusform>%n arquivos, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>(yours; made if it is missing)</source>
            <translation>(seu; criado se não existir)</translation>
        </message>
        <message numerus="yes">
            <source>a failed task is tried again %n time(s)</source>
            <translation>
                <numerusform>uma tarefa com falha é tentada novamente %n vez</numerusform>
                <numerusform>uma tarefa com falha é tentada novamente %n vezes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s), one for each input file</source>
            <translation>
                <numerusform>%n tarefa, uma para cada arquivo de entrada</numerusform>
                <numerusform>%n tarefas, uma para cada arquivo de entrada</numerusform>
            </translation>
        </message>
        <message>
            <source>What will be created</source>
            <translation>O que será criado</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Conta</translation>
        </message>
        <message>
            <source>Containers</source>
            <translation>Contêineres</translation>
        </message>
        <message>
            <source>Pool</source>
            <translation>Pool</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Trabalho</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tarefas</translation>
        </message>
        <message>
            <source>%1, once the results are here</source>
            <translation>%1, assim que os resultados estiverem aqui</translation>
        </message>
        <message>
            <source>What is removed when it is done</source>
            <translation>O que é removido ao terminar</translation>
        </message>
        <message>
            <source>stays, with its list of tasks</source>
            <translation>permanece, com sua lista de tarefas</translation>
        </message>
        <message>
            <source>stays, and costs money until you remove it</source>
            <translation>permanece e gera custos até que você o remova</translation>
        </message>
        <message>
            <source>all stay</source>
            <translation>todos permanecem</translation>
        </message>
        <message>
            <source>What will be sent</source>
            <translation>O que será enviado</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Aplicativo</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Entradas</translation>
        </message>
        <message>
            <source>How a node is made ready</source>
            <translation>Como um nó é preparado</translation>
        </message>
        <message>
            <source>It starts</source>
            <translation>Ao iniciar</translation>
        </message>
        <message>
            <source>Before its first task</source>
            <translation>Antes da primeira tarefa</translation>
        </message>
        <message>
            <source>What comes home</source>
            <translation>O que vem de volta</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>and what each task printed, in a folder for each task</source>
            <translation>e o que cada tarefa exibiu, em uma pasta para cada tarefa</translation>
        </message>
        <message>
            <source>Into</source>
            <translation>Para</translation>
        </message>
        <message>
            <source>Git is installed where it is missing.</source>
            <translation>O Git é instalado onde estiver faltando.</translation>
        </message>
        <message>
            <source>Python 3 and Git are installed where they are missing.</source>
            <translation>O Python 3 e o Git são instalados onde estiverem faltando.</translation>
        </message>
        <message>
            <source>Your repository is cloned, and the packages of requirements.txt are installed where there is one.</source>
            <translation>Seu repositório é clonado, e os pacotes de requirements.txt são instalados se o arquivo existir.</translation>
        </message>
        <message>
            <source>folder %1</source>
            <translation>pasta %1</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Chave</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>for the clone alone; a node removes it when that is done</source>
            <translation>somente para a clonagem; um nó remove a sua cópia quando ela termina</translation>
        </message>
        <message>
            <source>Repository</source>
            <translation>Repositório</translation>
        </message>
    </context>
    <context>
        <name>Run</name>
        <message>
            <source>the run can be resumed</source>
            <translation>a execução pode ser retomada</translation>
        </message>
        <message>
            <source>job %1</source>
            <translation>trabalho %1</translation>
        </message>
        <message>
            <source>pool %1</source>
            <translation>pool %1</translation>
        </message>
        <message>
            <source>container %1</source>
            <translation>contêiner %1</translation>
        </message>
    </context>
    <context>
        <name>RunDesk</name>
        <message>
            <source>The program that carries out runs could not be started</source>
            <translation>O programa que realiza as execuções não pôde ser iniciado</translation>
        </message>
    </context>
    <context>
        <name>RunFeed</name>
        <message>
            <source>Its start task ended with exit code %1</source>
            <translation>A tarefa de inicialização dele terminou com o código de saída %1</translation>
        </message>
        <message>
            <source>Its start task failed</source>
            <translation>A tarefa de inicialização dele falhou</translation>
        </message>
        <message>
            <source>Azure Batch calls it unusable</source>
            <translation>O Azure Batch o considera inutilizável</translation>
        </message>
        <message>
            <source>What the run does cannot be written: %1</source>
            <translation>O andamento da execução não pode ser gravado: %1</translation>
        </message>
    </context>
    <context>
        <name>RunFolder</name>
        <message>
            <source>The run's record cannot be written: %1</source>
            <translation>O registro da execução não pode ser gravado: %1</translation>
        </message>
        <message>
            <source>Make room on the disk, and try again.</source>
            <translation>Libere espaço em disco e tente novamente.</translation>
        </message>
        <message>
            <source>The run's record cannot be read: %1</source>
            <translation>O registro da execução não pode ser lido: %1</translation>
        </message>
        <message>
            <source>There is no run in this folder</source>
            <translation>Não há nenhuma execução nesta pasta</translation>
        </message>
        <message>
            <source>This run is being carried out by another program</source>
            <translation>Esta execução está sendo realizada por outro programa</translation>
        </message>
        <message>
            <source>Wait for it, or stop it there.</source>
            <translation>Aguarde o término ou pare-a por lá.</translation>
        </message>
    </context>
    <context>
        <name>RunStep</name>
        <message>
            <source>Checking names and access</source>
            <translation>Verificando nomes e acesso</translation>
        </message>
        <message>
            <source>Making containers</source>
            <translation>Criando contêineres</translation>
        </message>
        <message>
            <source>Sending the application</source>
            <translation>Enviando o aplicativo</translation>
        </message>
        <message>
            <source>Sending input files</source>
            <translation>Enviando arquivos de entrada</translation>
        </message>
        <message>
            <source>Making the pool</source>
            <translation>Criando o pool</translation>
        </message>
        <message>
            <source>Making the job</source>
            <translation>Criando o trabalho</translation>
        </message>
        <message>
            <source>Adding tasks</source>
            <translation>Adicionando tarefas</translation>
        </message>
        <message>
            <source>Running tasks</source>
            <translation>Executando tarefas</translation>
        </message>
        <message>
            <source>Bringing results home</source>
            <translation>Trazendo os resultados</translation>
        </message>
        <message>
            <source>Cleaning up</source>
            <translation>Limpando</translation>
        </message>
    </context>
    <context>
        <name>Send</name>
        <message>
            <source> (and %1 more files)</source>
            <translation> (e mais %1 arquivos)</translation>
        </message>
        <message>
            <source>The key or token "%1" was not given to the run</source>
            <translation>A chave ou o token "%1" não foi entregue à execução</translation>
        </message>
    </context>
    <context>
        <name>ServiceError</name>
        <message>
            <source>Check the account's name and key, and the clock of this computer.</source>
            <translation>Verifique o nome e a chave da conta e o relógio deste computador.</translation>
        </message>
        <message>
            <source>The service is busy; try again in a while.</source>
            <translation>O serviço está ocupado; tente novamente daqui a pouco.</translation>
        </message>
        <message>
            <source>%1 does not know what was asked for</source>
            <translation>%1 não conhece o que foi solicitado</translation>
        </message>
        <message>
            <source>%1 answered with HTTP status %2 and did not say why</source>
            <translation>%1 respondeu com o status HTTP %2 e não informou o motivo</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>"%1" is not known here</source>
            <translation>"%1" não é conhecido aqui</translation>
        </message>
        <message>
            <source>Expected %1.</source>
            <translation>Esperado: %1.</translation>
        </message>
        <message>
            <source>the name of an image or an object</source>
            <translation>o nome de uma imagem ou um objeto</translation>
        </message>
        <message>
            <source>An image that is spelled out needs "%1"</source>
            <translation>Uma imagem descrita por extenso precisa de "%1"</translation>
        </message>
        <message>
            <source>"linux" or "windows"</source>
            <translation>"linux" ou "windows"</translation>
        </message>
        <message>
            <source>"python3", "none", or an object with "script" or "command"</source>
            <translation>"python3", "none" ou um objeto com "script" ou "command"</translation>
        </message>
        <message>
            <source>Expected %1</source>
            <translation>Esperado: %1</translation>
        </message>
        <message>
            <source>"unpack" or an object with "command"</source>
            <translation>"unpack" ou um objeto com "command"</translation>
        </message>
        <message>
            <source>an object of texts</source>
            <translation>um objeto de textos</translation>
        </message>
        <message>
            <source>The value of a variable has to be text</source>
            <translation>O valor de uma variável deve ser texto</translation>
        </message>
        <message>
            <source>Put it in quotation marks.</source>
            <translation>Coloque-o entre aspas.</translation>
        </message>
        <message>
            <source>"keep", "inputs" or "all"</source>
            <translation>"keep", "inputs" ou "all"</translation>
        </message>
        <message>
            <source>Give all five values of the account, or remove them and name a profile.</source>
            <translation>Informe todos os cinco valores da conta, ou remova-os e indique um perfil.</translation>
        </message>
        <message>
            <source>Expected the address of the Batch account</source>
            <translation>Esperado: o endereço da conta do Batch</translation>
        </message>
        <message>
            <source>Expected the name of the Batch account</source>
            <translation>Esperado: o nome da conta do Batch</translation>
        </message>
        <message>
            <source>Expected a key as the Azure portal shows it (base64)</source>
            <translation>Esperado: uma chave como o portal do Azure a mostra (base64)</translation>
        </message>
        <message>
            <source>Expected the name of the storage account</source>
            <translation>Esperado: o nome da conta de armazenamento</translation>
        </message>
        <message>
            <source>Expected text</source>
            <translation>Esperado: texto</translation>
        </message>
        <message>
            <source>Account data does not belong into this file</source>
            <translation>Dados da conta não devem ficar neste arquivo</translation>
        </message>
        <message>
            <source>Batchdesk keeps it in the credential store; save the settings to remove it here.</source>
            <translation>O Batchdesk os guarda no repositório de credenciais; salve as configurações para removê-los daqui.</translation>
        </message>
        <message>
            <source>This file is of version %1, and Batchdesk %2 reads versions up to %3</source>
            <translation>Este arquivo é da versão %1, e o Batchdesk %2 lê versões até a %3</translation>
        </message>
        <message>
            <source>Open it with the Batchdesk that wrote it, or a later one.</source>
            <translation>Abra-o com o Batchdesk que o gravou ou com um mais recente.</translation>
        </message>
        <message>
            <source>Expected the version number %1</source>
            <translation>Esperado: o número de versão %1</translation>
        </message>
        <message>
            <source>This is not valid JSON: %1</source>
            <translation>Isto não é JSON válido: %1</translation>
        </message>
        <message>
            <source>%1, line %2, column %3</source>
            <translation>%1, linha %2, coluna %3</translation>
        </message>
        <message>
            <source>There is no such settings file</source>
            <translation>Esse arquivo de configurações não existe</translation>
        </message>
        <message>
            <source>The settings file cannot be read: %1</source>
            <translation>O arquivo de configurações não pode ser lido: %1</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>é uma pasta</translation>
        </message>
        <message>
            <source>The file is too large to be a settings file</source>
            <translation>O arquivo é grande demais para ser um arquivo de configurações</translation>
        </message>
        <message>
            <source>Expected an object</source>
            <translation>Esperado: um objeto</translation>
        </message>
    </context>
    <context>
        <name>SettingsChecks</name>
        <message>
            <source>This must not be empty</source>
            <translation>Isto não pode ficar vazio</translation>
        </message>
        <message>
            <source>%1 is out of range</source>
            <translation>%1 está fora do intervalo permitido</translation>
        </message>
        <message>
            <source>Expected a whole number from %1 to %2.</source>
            <translation>Esperado: um número inteiro de %1 a %2.</translation>
        </message>
        <message>
            <source>"%1" cannot be an id</source>
            <translation>"%1" não pode ser um id</translation>
        </message>
        <message>
            <source>Expected 1 to 64 of the characters A-Z, a-z, 0-9, '_' and '-'.</source>
            <translation>Esperado: de 1 a 64 dos caracteres A-Z, a-z, 0-9, '_' e '-'.</translation>
        </message>
        <message>
            <source>This time limit is out of range</source>
            <translation>Este limite de tempo está fora do intervalo permitido</translation>
        </message>
        <message>
            <source>Expected more than nothing and at most 180 days ("P180D").</source>
            <translation>Esperado: mais que zero e no máximo 180 dias ("P180D").</translation>
        </message>
        <message>
            <source>At least one pattern is needed</source>
            <translation>É necessário pelo menos um padrão</translation>
        </message>
        <message>
            <source>"*" takes every file.</source>
            <translation>"*" aceita todos os arquivos.</translation>
        </message>
        <message>
            <source>"%1" cannot be run on Windows nodes</source>
            <translation>"%1" não pode ser executado em nós Windows</translation>
        </message>
        <message>
            <source>Expected a PowerShell script (.ps1).</source>
            <translation>Esperado: um script do PowerShell (.ps1).</translation>
        </message>
        <message>
            <source>"%1" cannot be a VM size</source>
            <translation>"%1" não pode ser um tamanho de VM</translation>
        </message>
        <message>
            <source>Expected a name such as "standard_d2s_v5".</source>
            <translation>Esperado: um nome como "standard_d2s_v5".</translation>
        </message>
        <message>
            <source>This VM size has other processors than the image needs</source>
            <translation>Este tamanho de VM tem processadores diferentes dos que a imagem exige</translation>
        </message>
        <message>
            <source>Choose a size and an image that are both for x64, or both for Arm.</source>
            <translation>Escolha um tamanho e uma imagem que sejam ambos para x64 ou ambos para Arm.</translation>
        </message>
        <message>
            <source>The pool has no nodes</source>
            <translation>O pool não tem nós</translation>
        </message>
        <message>
            <source>Set dedicatedNodes or spotNodes to at least 1.</source>
            <translation>Defina dedicatedNodes ou spotNodes como pelo menos 1.</translation>
        </message>
        <message>
            <source>"%1" cannot be the name of an environment variable</source>
            <translation>"%1" não pode ser o nome de uma variável de ambiente</translation>
        </message>
        <message>
            <source>Expected letters, digits and '_', not beginning with a digit.</source>
            <translation>Esperado: letras, dígitos e '_', sem começar com um dígito.</translation>
        </message>
        <message>
            <source>Names that begin with AZ_BATCH_ belong to the service</source>
            <translation>Nomes que começam com AZ_BATCH_ pertencem ao serviço</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Escolha outro nome.</translation>
        </message>
        <message>
            <source>"%1" is set twice</source>
            <translation>"%1" está definido duas vezes</translation>
        </message>
        <message>
            <source>The value holds a null character</source>
            <translation>O valor contém um caractere nulo</translation>
        </message>
        <message>
            <source>A pattern must not be empty</source>
            <translation>Um padrão não pode ficar vazio</translation>
        </message>
        <message>
            <source>"%1" holds a backslash</source>
            <translation>"%1" contém uma barra invertida</translation>
        </message>
        <message>
            <source>Write "/" between folders.</source>
            <translation>Escreva "/" entre as pastas.</translation>
        </message>
        <message>
            <source>"%1" leaves the task's working folder</source>
            <translation>"%1" sai da pasta de trabalho da tarefa</translation>
        </message>
        <message>
            <source>Expected a pattern such as "output/**", relative to the folder that the command runs in.</source>
            <translation>Esperado: um padrão como "output/**", relativo à pasta em que o comando é executado.</translation>
        </message>
        <message>
            <source>"output" is a folder, and patterns name files</source>
            <translation>"output" é uma pasta, e os padrões indicam arquivos</translation>
        </message>
        <message>
            <source>Everything in it is written "output/**".</source>
            <translation>Para incluir tudo o que há nela, escreva "output/**".</translation>
        </message>
        <message>
            <source>"%1" has an empty or a "." part</source>
            <translation>"%1" tem uma parte vazia ou uma parte "."</translation>
        </message>
        <message>
            <source>A whole folder is written "output/**".</source>
            <translation>Para incluir uma pasta inteira, escreva "output/**".</translation>
        </message>
        <message>
            <source>"%1" cannot be the name of a container</source>
            <translation>"%1" não pode ser o nome de um contêiner</translation>
        </message>
        <message>
            <source>Expected 3 to 63 of the characters a-z, 0-9 and '-', beginning and ending with a letter or digit, no two '-' in a row.</source>
            <translation>Esperado: de 3 a 63 dos caracteres a-z, 0-9 e '-', começando e terminando com uma letra ou um dígito, sem dois '-' seguidos.</translation>
        </message>
    </context>
    <context>
        <name>SettingsReader</name>
        <message>
            <source>null</source>
            <translation>null</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true ou false</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>um número</translation>
        </message>
        <message>
            <source>text</source>
            <translation>texto</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>uma lista</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>um objeto</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message>
            <source>This key stands here more than once</source>
            <translation>Esta chave aparece aqui mais de uma vez</translation>
        </message>
        <message>
            <source>Keep one of them.</source>
            <translation>Mantenha apenas uma delas.</translation>
        </message>
        <message>
            <source>%1, line %2, %3</source>
            <translation>%1, linha %2, %3</translation>
        </message>
        <message>
            <source>"%1" is not known here</source>
            <translation>"%1" não é conhecido aqui</translation>
        </message>
        <message>
            <source>Expected %1, found %2</source>
            <translation>Esperado: %1; encontrado: %2</translation>
        </message>
        <message>
            <source>%1 is not a whole number, or too large</source>
            <translation>%1 não é um número inteiro ou é grande demais</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>um número inteiro</translation>
        </message>
        <message>
            <source>a list of texts</source>
            <translation>uma lista de textos</translation>
        </message>
        <message>
            <source>Expected text, found %1</source>
            <translation>Esperado: texto; encontrado: %1</translation>
        </message>
        <message>
            <source>a duration such as "PT1H30M" or "P1D", or "unlimited"</source>
            <translation>uma duração como "PT1H30M" ou "P1D", ou "unlimited"</translation>
        </message>
        <message>
            <source>"%1" is not a duration</source>
            <translation>"%1" não é uma duração</translation>
        </message>
        <message>
            <source>Expected %1.</source>
            <translation>Esperado: %1.</translation>
        </message>
    </context>
    <context>
        <name>SshKey</name>
        <message>
            <source>The public half of the key cannot be made</source>
            <translation>Não é possível criar a parte pública da chave</translation>
        </message>
        <message>
            <source>This is the public half of a key; the private one is in the file without ".pub"</source>
            <translation>Esta é a parte pública de uma chave; a privada está no arquivo sem ".pub"</translation>
        </message>
        <message>
            <source>This is a key of PuTTY, which the nodes' ssh does not read</source>
            <translation>Esta é uma chave do PuTTY, que o ssh dos nós não lê</translation>
        </message>
        <message>
            <source>This private key is damaged, or of a kind that is not known here</source>
            <translation>Esta chave privada está danificada ou é de um tipo não conhecido aqui</translation>
        </message>
        <message>
            <source>This is not an SSH private key</source>
            <translation>Esta não é uma chave privada SSH</translation>
        </message>
        <message>
            <source>The key could not be made</source>
            <translation>Não foi possível criar a chave</translation>
        </message>
        <message>
            <source>The key cannot be written in a form that the nodes understand</source>
            <translation>A chave não pode ser gravada em uma forma que os nós entendam</translation>
        </message>
        <message>
            <source>This key is protected by a passphrase</source>
            <translation>Esta chave é protegida por uma frase secreta</translation>
        </message>
        <message>
            <source>Enter it once: the key is then kept in the keychain, which protects it instead.</source>
            <translation>Informe-a uma vez: depois, a chave é guardada no chaveiro do sistema, que a protege no lugar dela.</translation>
        </message>
        <message>
            <source>The passphrase does not open this key</source>
            <translation>A frase secreta não abre esta chave</translation>
        </message>
        <message>
            <source>Enter it again.</source>
            <translation>Informe-a novamente.</translation>
        </message>
        <message>
            <source>Choose a private key as ssh-keygen writes it, such as ~/.ssh/id_ed25519.</source>
            <translation>Escolha uma chave privada como o ssh-keygen a grava; por exemplo, ~/.ssh/id_ed25519.</translation>
        </message>
        <message>
            <source>This is not an SSH public key</source>
            <translation>Esta não é uma chave pública SSH</translation>
        </message>
        <message>
            <source>It begins with "ssh-ed25519" or "ssh-rsa".</source>
            <translation>Ela começa com "ssh-ed25519" ou "ssh-rsa".</translation>
        </message>
    </context>
    <context>
        <name>StateLook</name>
        <message>
            <source>Done</source>
            <translation>Concluída</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Falhou</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Em execução</translation>
        </message>
        <message>
            <source>Preparing</source>
            <translation>Preparando</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Aguardando</translation>
        </message>
        <message>
            <source>Unusable</source>
            <translation>Inutilizável</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Trabalhando</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>Ocioso</translation>
        </message>
        <message>
            <source>Start task</source>
            <translation>Tarefa de inicialização</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Iniciando</translation>
        </message>
        <message>
            <source>Leaving</source>
            <translation>Saindo</translation>
        </message>
        <message>
            <source>Taken away</source>
            <translation>Retirado</translation>
        </message>
        <message>
            <source>Out of reach</source>
            <translation>Fora de alcance</translation>
        </message>
        <message>
            <source>Going on</source>
            <translation>Em andamento</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Ignorada</translation>
        </message>
        <message>
            <source>Succeeded</source>
            <translation>Bem-sucedida</translation>
        </message>
        <message>
            <source>Tasks failed</source>
            <translation>Tarefas com falha</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Recusada</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Interrompida</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Parada</translation>
        </message>
        <message>
            <source>Looking</source>
            <translation>Verificando</translation>
        </message>
        <message>
            <source>Collecting</source>
            <translation>Coletando</translation>
        </message>
        <message>
            <source>Cleaning up</source>
            <translation>Limpando</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>agora mesmo</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>há %n minuto</numerusform>
                <numerusform>há %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>today, %1</source>
            <translation>hoje, %1</translation>
        </message>
        <message>
            <source>yesterday, %1</source>
            <translation>ontem, %1</translation>
        </message>
    </context>
    <context>
        <name>TaskIds</name>
        <message>
            <source>The files "%1" and "%2" would both get the task id %3</source>
            <translation>Os arquivos "%1" e "%2" receberiam ambos o id de tarefa %3</translation>
        </message>
        <message>
            <source>Rename one of them.</source>
            <translation>Renomeie um deles.</translation>
        </message>
    </context>
    <context>
        <name>Texts</name>
        <message>
            <source>A run called %1 has not ended yet</source>
            <translation>Uma execução chamada %1 ainda não terminou</translation>
        </message>
        <message>
            <source>Resume it with "batchdesk-cli resume %1", remove it with "batchdesk-cli cleanup %1", or use another id such as %1-2.</source>
            <translation>Retome-a com "batchdesk-cli resume %1", remova-a com "batchdesk-cli cleanup %1" ou use outro id, como %1-2.</translation>
        </message>
        <message>
            <source>The folder of the earlier run cannot be set aside</source>
            <translation>A pasta da execução anterior não pode ser movida para o lado</translation>
        </message>
        <message>
            <source>The run's folder cannot be made</source>
            <translation>A pasta da execução não pode ser criada</translation>
        </message>
        <message>
            <source>Make the folder above it writable, and try again.</source>
            <translation>Permita a gravação na pasta acima dela e tente novamente.</translation>
        </message>
        <message>
            <source>There is no run called %1 on this computer</source>
            <translation>Não há nenhuma execução chamada %1 neste computador</translation>
        </message>
        <message>
            <source>"batchdesk-cli runs" lists them.</source>
            <translation>"batchdesk-cli runs" lista as execuções.</translation>
        </message>
    </context>
    <context>
        <name>ThisComputer</name>
        <message>
            <source>The service of this computer could not be started: %1</source>
            <translation>O serviço deste computador não pôde ser iniciado: %1</translation>
        </message>
        <message>
            <source>The service of this computer ended at once (exit code %1)</source>
            <translation>O serviço deste computador terminou imediatamente (código de saída %1)</translation>
        </message>
    </context>
    <context>
        <name>Transfer</name>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>O arquivo não pode ser gravado: %1</translation>
        </message>
        <message>
            <source>The file could not be brought to the disk</source>
            <translation>O arquivo não pôde ser gravado no disco</translation>
        </message>
        <message>
            <source>The file cannot be put in place: %1</source>
            <translation>O arquivo não pode ser colocado no lugar: %1</translation>
        </message>
        <message>
            <source>%1 cannot be written (%2); %3 more are needed</source>
            <translation>%1 não pode ser gravado (%2); são necessários mais %3</translation>
        </message>
        <message>
            <source>There is a folder where the file should be</source>
            <translation>Há uma pasta onde o arquivo deveria estar</translation>
        </message>
        <message>
            <source>The folder cannot be made</source>
            <translation>A pasta não pode ser criada</translation>
        </message>
        <message>
            <source>The disk has no room: %1 are needed and %2 are free</source>
            <translation>O disco não tem espaço: são necessários %1 e há %2 livres</translation>
        </message>
        <message>
            <source>Make room, or choose another folder.</source>
            <translation>Libere espaço ou escolha outra pasta.</translation>
        </message>
        <message>
            <source>Of the blob %1 came %2 bytes instead of %3</source>
            <translation>Do blob %1 chegaram %2 bytes em vez de %3</translation>
        </message>
        <message>
            <source>The blob %1 was not copied to %2: %3</source>
            <translation>O blob %1 não foi copiado para %2: %3</translation>
        </message>
        <message>
            <source>The blob %1 does not have the checksum stored with it</source>
            <translation>O blob %1 não tem a soma de verificação armazenada com ele</translation>
        </message>
        <message>
            <source>Download it again; if that fails too, upload it again.</source>
            <translation>Baixe-o novamente; se isso também falhar, envie-o novamente.</translation>
        </message>
        <message>
            <source>Another program has begun to upload to the blob %1</source>
            <translation>Outro programa começou a enviar dados para o blob %1</translation>
        </message>
        <message>
            <source>Let it finish, or delete the blob first.</source>
            <translation>Deixe-o terminar ou exclua o blob antes.</translation>
        </message>
        <message>
            <source>The file is no longer there</source>
            <translation>O arquivo não está mais lá</translation>
        </message>
        <message>
            <source>This is not a file</source>
            <translation>Isto não é um arquivo</translation>
        </message>
        <message>
            <source>The file may not be read</source>
            <translation>Não há permissão para ler o arquivo</translation>
        </message>
        <message>
            <source>The file changed while it was uploaded</source>
            <translation>O arquivo mudou enquanto era enviado</translation>
        </message>
        <message>
            <source>Wait until it is written, then upload it again.</source>
            <translation>Aguarde até que ele esteja gravado e envie-o novamente.</translation>
        </message>
        <message>
            <source>it has an empty part between two slashes</source>
            <translation>tem uma parte vazia entre duas barras</translation>
        </message>
        <message>
            <source>it would leave the folder</source>
            <translation>sairia da pasta</translation>
        </message>
        <message>
            <source>it has a backslash</source>
            <translation>tem uma barra invertida</translation>
        </message>
        <message>
            <source>it has a control character</source>
            <translation>tem um caractere de controle</translation>
        </message>
        <message>
            <source>a part of it is too long</source>
            <translation>uma parte dele é longa demais</translation>
        </message>
        <message>
            <source>Windows does not take it</source>
            <translation>o Windows não o aceita</translation>
        </message>
        <message>
            <source>The blob "%1" cannot be a file here: %2</source>
            <translation>O blob "%1" não pode ser um arquivo aqui: %2</translation>
        </message>
        <message>
            <source>Download it on its own, under another name.</source>
            <translation>Baixe-o separadamente, com outro nome.</translation>
        </message>
        <message>
            <source>The blobs "%1" and "%2" cannot both be files here</source>
            <translation>Os blobs "%1" e "%2" não podem ser ambos arquivos aqui</translation>
        </message>
        <message>
            <source>Download them into two folders.</source>
            <translation>Baixe-os em duas pastas.</translation>
        </message>
        <message>
            <source>it is shorter than it was</source>
            <translation>está menor do que era</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>O arquivo não pode ser lido: %1</translation>
        </message>
    </context>
    <context>
        <name>Watch</name>
        <message>
            <source>The service does not answer; what runs there runs on, and is looked for again. %1</source>
            <translation>O serviço não responde; o que está em execução lá continua, e uma nova verificação será feita. %1</translation>
        </message>
        <message>
            <source>exit code %1</source>
            <translation>código de saída %1</translation>
        </message>
        <message>
            <source>it never started</source>
            <translation>nunca foi iniciada</translation>
        </message>
        <message>
            <source>Task %1 failed: %2. %3</source>
            <translation>A tarefa %1 falhou: %2. %3</translation>
        </message>
        <message>
            <source>The pool of this run is gone: somebody deleted it</source>
            <translation>O pool desta execução não existe mais: alguém o excluiu</translation>
        </message>
        <message>
            <source>%1. Its last lines: %2</source>
            <translation>%1. Últimas linhas: %2</translation>
        </message>
        <message>
            <source>No node is left on which the tasks could run. %1</source>
            <translation>Não resta nenhum nó em que as tarefas possam ser executadas. %1</translation>
        </message>
        <message>
            <source>Mend the cause, and start the run again.</source>
            <translation>Corrija a causa e inicie a execução novamente.</translation>
        </message>
        <message>
            <source>The job's time limit was reached before all tasks had run</source>
            <translation>O limite de tempo do trabalho foi atingido antes que todas as tarefas fossem executadas</translation>
        </message>
        <message>
            <source>The job was ended before all tasks had run (reason: %1)</source>
            <translation>O trabalho foi encerrado antes que todas as tarefas fossem executadas (motivo: %1)</translation>
        </message>
        <message>
            <source>Raise job.maxWallClockTime in the settings, or find out who ended it.</source>
            <translation>Aumente job.maxWallClockTime nas configurações ou descubra quem o encerrou.</translation>
        </message>
        <message>
            <source>The service answers again</source>
            <translation>O serviço voltou a responder</translation>
        </message>
    </context>
    <context>
        <name>Wildcard</name>
        <message>
            <source>The pattern "%1" has a range that runs backwards</source>
            <translation>O padrão "%1" tem um intervalo invertido</translation>
        </message>
        <message>
            <source>The pattern "%1" has a "[" without its "]"</source>
            <translation>O padrão "%1" tem um "[" sem o "]" correspondente</translation>
        </message>
        <message>
            <source>The pattern "%1" ends in a lone "\"</source>
            <translation>O padrão "%1" termina com uma "\" isolada</translation>
        </message>
        <message>
            <source>A pattern must not be empty</source>
            <translation>Um padrão não pode ficar vazio</translation>
        </message>
    </context>
    <context>
        <name>WizardStep</name>
        <message>
            <source>Application</source>
            <translation>Aplicativo</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Entrada</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarefa</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>Máquinas</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisão</translation>
        </message>
        <message>
            <source>Press Test access, and trust the host when its fingerprint is the right one.</source>
            <translation>Pressione Testar acesso e confie no host se a impressão digital for a correta.</translation>
        </message>
        <message>
            <source>Choose one, or make one: New key….</source>
            <translation>Escolha uma ou crie uma: Nova chave….</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>Runs your own program over many files on Azure Batch, or on this computer.</source>
            <translation>Executa seu próprio programa sobre muitos arquivos no Azure Batch ou neste computador.</translation>
        </message>
        <message>
            <source>a settings.json, or a folder to begin a run with</source>
            <translation>um settings.json ou uma pasta com a qual começar uma execução</translation>
        </message>
    </context>
</TS>
