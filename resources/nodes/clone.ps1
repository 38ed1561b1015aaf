# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Job preparation on Windows nodes, for an application in a Git repository, before prepare.ps1 -InPlace:
# powershell -NoProfile -ExecutionPolicy Bypass -File clone.ps1
#
# Does what clone.sh does on Linux nodes, by the same variables, with the same messages and exit codes: checks
# out BATCHDESK_GIT_URL in %AZ_BATCH_TASK_WORKING_DIR%\repository, and makes ...\app a junction to the
# application's folder in it. Beside this script lie known_hosts, the host keys that are trusted, and
# git-secret: a private key or a token, which is gone when this script ends. git is looked for where
# start-tools.ps1 puts it, in Program Files, and on PATH.
#
# Exit codes: 0 ready, 2 wrong use, 10 no git, 11 no ssh, 12 no git-lfs, 13 host key unknown, 14 host key
# changed, 15 key not accepted, 16 key cannot be used, 17 token not accepted, 18 no such repository,
# 19 server not reached, 20 no such branch, tag or commit, 21 no such folder, 22 submodule not fetched,
# 23 LFS files not fetched, 24 disk full, 25 took too long, 26 certificate not trusted, 30 anything else.

$ErrorActionPreference = 'Stop'

$attempts = 3
$clock = [Diagnostics.Stopwatch]::StartNew()
$code = 0
$cause = $null
$log = ''
$hint = 'This is for Batchdesk to set right.'
$more = 'Let the start task install it, or choose another image.'

function Say([string] $text) { Write-Output "clone: $text" }

# Everything ends in the catch and finally at the end of this file, where the secret is removed.
function Stop-Clone([int] $exitCode, [string] $text) {
    $script:code = $exitCode
    throw $text
}

# A junction is taken away alone; what it leads to is not touched.
function Remove-Folder([string] $folder) {
    if (-not (Test-Path -LiteralPath $folder)) { return }
    if ((Get-Item -LiteralPath $folder -Force).Attributes -band [IO.FileAttributes]::ReparsePoint) {
        [IO.Directory]::Delete($folder, $false)
    } else {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

# --- What to clone ---------------------------------------------------------------------------------------

function Get-Setting([string] $name, [string] $otherwise) {
    $value = [Environment]::GetEnvironmentVariable("BATCHDESK_GIT_$name")
    if ($value) { return $value }
    return $otherwise
}

function Read-Address {
    if ($url -match '^(ssh|https)://([^/]+)/') {
        $script:transport = $Matches[1]
        $authority = $Matches[2]
    } elseif ($url -match '^([A-Za-z0-9_][^:/]*@[A-Za-z0-9][^:/]*):.') {
        $script:transport = 'ssh'
        $authority = $Matches[1]
    } else {
        Stop-Clone 2 "BATCHDESK_GIT_URL is neither git@host:path nor ssh:// nor https://. $hint"
    }
    if ($url -match '["\s]') { Stop-Clone 2 "BATCHDESK_GIT_URL holds a space or a quotation mark. $hint" }
    # The name before @ may be there, a password never: it would be seen in the list of processes.
    if ($authority -match ':.*@') {
        Stop-Clone 2 'BATCHDESK_GIT_URL holds a password. Keep the token in the list of keys and tokens, and take it out of the address.'
    }
    $script:server = $authority -replace '^.*@', ''
}

# Full names, so that a tag never passes for a branch.
function Read-Reference {
    $kind, $name = $reference -split ':', 2
    if (-not $reference) {
        $script:wanted = 'default branch'
        $script:source = '+HEAD:refs/remotes/origin/HEAD'
        $script:target = 'refs/remotes/origin/HEAD'
    } elseif ($kind -eq 'branch' -and $name) {
        $script:target = "refs/remotes/origin/$name"
        $script:source = "+refs/heads/${name}:$target"
    } elseif ($kind -eq 'tag' -and $name) {
        $script:target = "refs/tags/$name"
        $script:source = "+refs/tags/${name}:$target"
    } elseif ($kind -eq 'commit') {
        if ($name -notmatch '^([0-9a-f]{40}|[0-9a-f]{64})$') { Stop-Clone 2 "BATCHDESK_GIT_REF is not a whole commit. $hint" }
        $script:source = $script:target = $name
    } else {
        Stop-Clone 2 "BATCHDESK_GIT_REF is neither a branch nor a tag nor a commit. $hint"
    }
    if ($reference) { $script:wanted = "$kind $name" }
    # What git forbids in such names, and what would not survive a command line.
    if ($name -and $name -match '\.\.|[\x00-\x20~^:?*\[\\"]|^-|//|@\{|\.lock$|\.$|/$') {
        Stop-Clone 2 "'$name' cannot be the name of a branch or tag. Correct it in the settings."
    }
}

# --- The tools -------------------------------------------------------------------------------------------

function Find-Program([string] $name, [string[]] $places) {
    foreach ($place in $places) {
        if (Test-Path -LiteralPath $place) { return $place }
    }
    $onPath = Get-Command $name -ErrorAction SilentlyContinue
    if ($onPath) { return @($onPath)[0].Source }
    return $null
}

function Find-Tools {
    $folders = @("$env:ProgramFiles\Git", "${env:ProgramFiles(x86)}\Git")
    if ($env:AZ_BATCH_NODE_SHARED_DIR) { $folders = @("$env:AZ_BATCH_NODE_SHARED_DIR\git") + $folders }
    $script:git = Find-Program 'git.exe' ($folders | ForEach-Object { "$_\cmd\git.exe" })
    if (-not $git) { Stop-Clone 10 "git is missing on this node. $more" }
    if ($transport -eq 'ssh') {
        # ssh and ssh-keygen of one kind: those of the system know the access lists of files.
        $folders = @("$env:SystemRoot\System32\OpenSSH") + ($folders | ForEach-Object { "$_\usr\bin" })
        $script:ssh = Find-Program 'ssh.exe' ($folders | ForEach-Object { "$_\ssh.exe" })
        if (-not $ssh) { Stop-Clone 11 "The SSH client is missing on this node. $more" }
    }
    if ($lfs -and (Invoke-Network $git @('lfs', 'version')) -ne 0) { Stop-Clone 12 "git-lfs is missing on this node. $more" }
}

# Nothing of the machine's or the user's configuration, no helper, no hook, no prompt, no other protocol.
function Set-Isolation {
    Get-ChildItem env: | Where-Object { $_.Name -match '^GIT_' -and $_.Name -notmatch '^GIT_SSL_CA(INFO|PATH)$' } |
        ForEach-Object { Remove-Item -LiteralPath "env:$($_.Name)" }
    foreach ($name in 'LANGUAGE', 'SSH_ASKPASS', 'SSH_AUTH_SOCK') {
        if (Test-Path "env:$name") { Remove-Item -LiteralPath "env:$name" }
    }
    $env:LC_ALL = 'C'
    $env:HOME = $env:XDG_CONFIG_HOME = $private
    $env:GIT_CONFIG_GLOBAL = Join-Path $private 'no-configuration'
    $env:GIT_CONFIG_NOSYSTEM = '1'
    $env:GIT_TERMINAL_PROMPT = '0'
    $env:GIT_ALLOW_PROTOCOL = 'ssh:https'
    $env:GIT_LFS_SKIP_SMUDGE = '1'
    $script:options = @()
    foreach ($setting in 'credential.helper=', 'core.askPass=', 'core.hooksPath=/dev/null', 'core.fsmonitor=false',
        'core.longpaths=true', 'core.symlinks=false', 'gc.auto=0', 'maintenance.auto=false', 'advice.detachedHead=false',
        'init.defaultBranch=main', 'fetch.recurseSubmodules=no', 'http.lowSpeedLimit=1', 'http.lowSpeedTime=120') {
        $script:options += '-c', $setting
    }
    # Where certificates are is said in the configuration that is left out; the system knows its own.
    if (-not $env:GIT_SSL_CAINFO) { $script:options += '-c', 'http.sslBackend=schannel' }
}

# --- The secret ------------------------------------------------------------------------------------------

# A copy that belongs to this user, and that nobody else can read, before the first byte is in it. ssh of
# Windows refuses any other.
function Move-Secret {
    $given = Join-Path $work 'git-secret'
    if (-not (Test-Path -LiteralPath $given)) {
        if ($auth -eq 'key') { Stop-Clone 16 'The private key did not come with the job. Start the run again.' }
        Stop-Clone 17 'The token did not come with the job. Start the run again.'
    }
    $user = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    [IO.File]::WriteAllBytes($secret, [byte[]] @())
    & icacls.exe $secret /inheritance:r /grant:r "*${user}:F" | Out-Null
    if ($LASTEXITCODE -ne 0) { Stop-Clone 16 "The private key's file cannot be protected. Choose another image." }
    [IO.File]::WriteAllBytes($secret, [IO.File]::ReadAllBytes($given))
    Remove-Item -LiteralPath $given -Force
}

# For ssh's own configuration: in quotes, where % begins a variable.
function Format-ForSsh([string] $path) { return '"' + $path.Replace('\', '/').Replace('%', '%%') + '"' }

function Use-Key {
    Move-Secret
    $keygen = Join-Path (Split-Path $ssh) 'ssh-keygen.exe'
    if ((Invoke-Network $keygen @('-y', '-P', '', '-f', $secret)) -ne 0) {
        if ($log -match 'passphrase') {
            Stop-Clone 16 'The private key is protected by a passphrase, which nobody can enter here. Choose a key without one, such as Batchdesk generates.'
        }
        Stop-Clone 16 'The private key is damaged, or not one that OpenSSH knows. Import it again, or choose another one.'
    }
    $known = Join-Path $private 'known_hosts'
    $given = Join-Path $work 'known_hosts'
    if (Test-Path -LiteralPath $given) { Copy-Item -LiteralPath $given -Destination $known } else { Set-Content -LiteralPath $known '' }
    $config = Join-Path $private 'ssh_config'
    # Windows PowerShell would put a mark before UTF-8.
    [IO.File]::WriteAllLines($config, @(
        'Host *'
        "  IdentityFile $(Format-ForSsh $secret)"
        '  IdentitiesOnly yes'
        '  IdentityAgent none'
        '  PreferredAuthentications publickey'
        "  UserKnownHostsFile $(Format-ForSsh $known)"
        "  GlobalKnownHostsFile $(Format-ForSsh $known)"
        '  StrictHostKeyChecking yes'
        '  CheckHostIP no'
        '  UpdateHostKeys no'
        '  BatchMode yes'
        '  ControlPath none'
        '  ClearAllForwardings yes'
        '  ConnectTimeout 30'
        '  ServerAliveInterval 15'
        '  ServerAliveCountMax 4'))
    # git gives this to a shell.
    $quoted = @($ssh, $config) | ForEach-Object { "'" + $_.Replace('\', '/').Replace("'", "'\''") + "'" }
    $env:GIT_SSH_COMMAND = "$($quoted[0]) -F $($quoted[1])"
    $env:GIT_SSH_VARIANT = 'ssh'
}

# git and git-lfs ask it, each in its own words; it knows the token of one host only.
function Use-Token {
    Move-Secret
    $env:BATCHDESK_GIT_AUTHORITY = $server
    $env:BATCHDESK_GIT_SECRET = $secret
    [IO.File]::WriteAllText((Join-Path $private 'askpass.ps1'), @'
if ("$args" -notmatch "https://([^'""/]*@)?([^'""/@]+)['""/]") { exit 1 }
$asked = $Matches[2]
# The host may be given without the port that is in the address.
$known = $asked -eq $env:BATCHDESK_GIT_HOST -or
    ($asked -eq $env:BATCHDESK_GIT_AUTHORITY -and ($asked -replace ':\d+$', '') -eq $env:BATCHDESK_GIT_HOST)
if (-not $known) { exit 1 }
if ("$args" -match '^Username') {
    if ($env:BATCHDESK_GIT_USER) { [Console]::Out.Write("$env:BATCHDESK_GIT_USER`n") } else { [Console]::Out.Write("git`n") }
} elseif ("$args" -match '^Password') {
    [Console]::Out.Write("$(@([IO.File]::ReadAllLines($env:BATCHDESK_GIT_SECRET))[0])`n")
} else { exit 1 }
'@)
    [IO.File]::WriteAllText((Join-Path $private 'askpass.bat'),
        "@powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File `"%~dp0askpass.ps1`" %*`r`n")
    $env:GIT_ASKPASS = Join-Path $private 'askpass.bat'
}

function Use-Secret {
    switch ("$auth-$transport") {
        'key-ssh' { Use-Key }
        'token-https' { Use-Token }
        'none-https' { }
        default { Stop-Clone 2 "BATCHDESK_GIT_AUTH does not go with the address. $hint" }
    }
}

# --- What went wrong -------------------------------------------------------------------------------------

function New-Cause([int] $exitCode, [string] $what, [string] $todo) { return @{ Code = $exitCode; What = $what; Todo = $todo } }

# Finds in what git and ssh said why they failed. The order matters: the last lines of git are the same for
# many causes.
function Get-Cause {
    $missing = 'couldn.t find remote ref|no such remote ref|not our ref|unadvertised object|remote branch .* not found'
    $nowhere = 'repository .*(not found|not exist)|(project|repository) you were looking for|not appear to be a git repository' +
        '|TF401019|TF200016|VS800075|repository either does not exist|cannot find repository|denied by fallthru' +
        '|project .*does not exist|returned error: 404'
    $refused = 'authentication failed|could not read (username|password)|access denied|prompts disabled|error: 40[13]|TF400813'
    $broken = 'could not resolve|name or service not known|name resolution|nodename nor servname|connection (refused|timed out|reset|closed)' +
        '|no route to host|network is unreachable|failed to connect|couldn.t connect|kex_exchange|banner exchange|error: (429|5[0-9][0-9])' +
        '|early EOF|RPC failed|unexpected disconnect|operation too slow|remote end hung up|operation timed out|broken pipe|not responding'
    if ($log -match 'no space left|disk quota exceeded|not enough space') {
        return New-Cause 24 'The disk of the node is full' 'Fetch fewer commits, or choose a VM size with a larger disk.'
    }
    if ($log -match 'transport .* not allowed') {
        return New-Cause 30 'an address in .gitmodules is neither SSH nor HTTPS' 'Change it there to one of them.'
    }
    if ($log -match 'cannot run ssh|ssh: (command )?not found') {
        return New-Cause 11 'The SSH client is missing on this node' $more
    }
    if ($log -match 'HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY') {
        return New-Cause 14 "DANGER: THE HOST KEY OF $server HAS CHANGED. Somebody may stand between the node and the server; nothing was sent" `
            'Ask whoever runs the server. Fetch its host key again only when they say that it is a new one.'
    }
    if ($log -match 'host key verification failed|host key is known for') {
        return New-Cause 13 "The host key of $server is not known" 'Fetch and confirm the host key of that server, and run again.'
    }
    if ($log -match 'certificate') {
        return New-Cause 26 "The certificate of $server is not trusted" `
            'Does the address name the right server? A certificate of your own must be installed on the nodes by a start task.'
    }
    if ($log -match 'permission denied \(|too many authentication failures|public key authentication failed|SAML SSO') {
        return New-Cause 15 "$server did not accept the key" 'Add its public half to the account there, or as a deploy key to the repository.'
    }
    if ($log -match 'permission to .* denied|not have permission to|not allowed to' -and $auth -eq 'key') {
        return New-Cause 15 "$server does not let this key read the repository" 'Give it access there, or choose another key.'
    }
    if ($log -match $refused -and $auth -eq 'token') {
        return New-Cause 17 "$server did not accept the token" 'Is it still valid, and may it read this repository? Make a new one there, and change it here.'
    }
    if ($log -match $refused) {
        return New-Cause 17 "$server wants to know who asks for the repository" 'Choose a token or an SSH key that may read it.'
    }
    if ($log -match $nowhere) {
        return New-Cause 18 "$server has no such repository, or does not show it to this key or token" `
            'Compare the address, and see whether the key or token may read it.'
    }
    if ($log -match $missing) {
        return New-Cause 20 "The repository has no $wanted" 'Was it renamed or deleted, or is it not pushed yet?'
    }
    if ($log -match $broken) {
        return New-Cause 19 "$server could not be reached, or the connection broke" `
            'Is its name right, and do the nodes reach it through their network and firewall?'
    }
    return New-Cause 30 'git failed' 'The lines above say why.'
}

function Show-Log { ($log -split "`r?`n" | Where-Object { $_ } | Select-Object -Last 20) | ForEach-Object { [Console]::Error.WriteLine($_) } }

function Stop-ForCause {
    Show-Log
    Stop-Clone $cause.Code "$($cause.What). $($cause.Todo)"
}

# --- Fetching --------------------------------------------------------------------------------------------

# Runs a program with the time that is left, ends it with all it started when that is over, and keeps what it
# said. Nothing but its exit code comes back.
function Invoke-Network([string] $program, [string[]] $arguments) {
    $line = ($arguments | ForEach-Object { '"' + $_.Replace('"', '\"') + '"' }) -join ' '
    $out = Join-Path $private 'out'
    $errors = Join-Path $private 'errors'
    $nothing = Join-Path $private 'nothing'
    if (-not (Test-Path -LiteralPath $nothing)) { [IO.File]::WriteAllText($nothing, '') }
    $process = Start-Process -FilePath $program -ArgumentList $line -NoNewWindow -PassThru `
        -RedirectStandardInput $nothing -RedirectStandardOutput $out -RedirectStandardError $errors
    # Without its handle the exit code would be lost.
    [void] $process.Handle
    $left = [Math]::Max(1, $limit - [int] $clock.Elapsed.TotalSeconds)
    $ended = $process.WaitForExit($left * 1000)
    if (-not $ended) {
        # By cmd, because what a program writes to stderr would count as an error under 'Stop'.
        & cmd.exe /c "taskkill /PID $($process.Id) /T /F >nul 2>&1"
        $process.WaitForExit()
    }
    $script:log = [IO.File]::ReadAllText($out) + [IO.File]::ReadAllText($errors)
    if (-not $ended) {
        Show-Log
        Stop-Clone 25 "Cloning took longer than $limit seconds and was ended. Fetch fewer commits, or allow more time; does the server answer at all?"
    }
    return $process.ExitCode
}

function Invoke-Git([string[]] $arguments) { return Invoke-Network $git ($options + @('-C', $repository) + $arguments) }

# The same, again after a while when the connection is to blame. Many nodes start at once.
function Invoke-GitPatiently([string[]] $arguments) {
    for ($attempt = 1; ; $attempt++) {
        if ((Invoke-Git $arguments) -eq 0) { return $true }
        $script:cause = Get-Cause
        if ($cause.Code -ne 19 -or $attempt -ge $attempts -or $clock.Elapsed.TotalSeconds + 10 * $attempt -ge $limit) { return $false }
        Show-Log
        [Console]::Out.WriteLine("clone: $($cause.What). Trying again.")
        Start-Sleep -Seconds (10 * $attempt)
    }
}

function New-Repository([string[]] $format) {
    Remove-Folder $repository
    [void] (New-Item -ItemType Directory -Path $repository)
    if ((Invoke-Git (@('init', '-q', '--template=') + $format)) -ne 0 -or (Invoke-Git @('remote', 'add', 'origin', $url)) -ne 0) {
        $script:cause = Get-Cause
        Stop-ForCause
    }
}

function Receive-Reference {
    $arguments = @('fetch', '-q')
    if ($depth -gt 0) { $arguments += '--depth', "$depth" }
    $arguments += 'origin', $source
    if (Invoke-GitPatiently $arguments) { return }
    if ($cause.Code -eq 30 -and $log -match 'mismatched algorithms') {
        New-Repository @('--object-format=sha256')
        if (Invoke-GitPatiently $arguments) { return }
    }
    if ($cause.Code -ne 20 -or $reference -notmatch '^commit:') { Stop-ForCause }
    # Not every server gives out a commit by its hash. All branches and tags then hold it, or it is not there.
    Say 'The server does not give out a commit by its hash. Fetching all history.'
    if (-not (Invoke-GitPatiently @('fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'))) { Stop-ForCause }
    if ((Invoke-Git @('cat-file', '-e', "$source^{commit}")) -ne 0) {
        $script:cause = New-Cause 20 "The repository has no $wanted" 'Was it removed by a forced push, or is it not pushed yet?'
        Stop-ForCause
    }
}

function Receive-Submodules {
    $script:server = 'its server'
    $script:wanted = 'such commit'
    $arguments = @('submodule', 'update', '--init', '--recursive')
    if ($depth -gt 0) {
        if (Invoke-GitPatiently ($arguments + @('--depth', "$depth"))) { return }
        # Its commit may lie deeper, on a server that does not give it out by its hash.
        if ($log -match 'unable to find current revision|did not contain|unadvertised|not our ref') {
            [void] (Invoke-Git @('submodule', '-q', 'deinit', '--force', '--all'))
            Remove-Folder (Join-Path $repository '.git\modules')
            if (Invoke-GitPatiently $arguments) { return }
        }
    } elseif (Invoke-GitPatiently $arguments) {
        return
    }
    if ($cause.Code -eq 24) { Stop-ForCause }
    $name = ''
    foreach ($match in [regex]::Matches($log, "submodule path '(.*)'")) { $name = $match.Groups[1].Value }
    $name = $name -replace ('^' + [regex]::Escape($repository.Replace('\', '/') + '/')), ''
    Show-Log
    Stop-Clone 22 "The submodule $name could not be fetched: $($cause.What). $($cause.Todo) Or switch submodules off, if they are not needed."
}

function Receive-Lfs {
    if (Invoke-GitPatiently @('lfs', 'pull')) {
        if (-not $submodules) { return }
        if (Invoke-GitPatiently @('submodule', 'foreach', '--quiet', '--recursive', 'git lfs install --local --skip-repo && git lfs pull')) { return }
    }
    if ($cause.Code -eq 24) { Stop-ForCause }
    Show-Log
    Stop-Clone 23 "The files that Git LFS keeps could not be fetched: $($cause.What). $($cause.Todo) Or switch LFS off, if they are not needed."
}

# --- The application's folder ----------------------------------------------------------------------------

# The folders in the deepest part of the path that is there.
function Get-FolderList([string] $there) {
    while (-not (Test-Path -LiteralPath (Join-Path $repository $there) -PathType Container)) {
        if ($there -match '/') { $there = $there -replace '/[^/]*$', '' } else { $there = '.' }
    }
    $names = @(Get-ChildItem -LiteralPath (Join-Path $repository $there) -Directory | ForEach-Object { $_.Name }) -join ', '
    $place = if ($there -eq '.') { 'At its top' } else { "In $there" }
    if ($names) { return "$place are the folders: $names" }
    return "$place are no folders"
}

function New-Application([string] $chosen) {
    $top = [IO.Path]::GetFullPath($repository).TrimEnd('\')
    $place = [IO.Path]::GetFullPath((Join-Path $repository $folder)).TrimEnd('\')
    if ($place -ne $top -and -not $place.StartsWith("$top\", [StringComparison]::OrdinalIgnoreCase)) {
        Stop-Clone 21 "The folder $folder leads out of the repository. $(Get-FolderList '.'). Correct the folder in the settings."
    }
    if ("$place\".StartsWith("$top\.git\", [StringComparison]::OrdinalIgnoreCase)) {
        Stop-Clone 21 "The folder $folder is git's own. Correct the folder in the settings."
    }
    if (-not (Test-Path -LiteralPath $place -PathType Container)) {
        Stop-Clone 21 "The repository has no folder $folder ($chosen). $(Get-FolderList $folder). Correct the folder in the settings."
    }
    [void] (New-Item -ItemType Junction -Path $application -Target $place)
}

function Invoke-Clone {
    Read-Address
    foreach ($name in 'DEPTH', 'TIMEOUT') {
        if ((Get-Setting $name '1') -notmatch '^[0-9]{1,9}$') { Stop-Clone 2 "BATCHDESK_GIT_$name is not a number. $hint" }
    }
    $script:depth = [int] (Get-Setting 'DEPTH' '1')
    $script:limit = [int] (Get-Setting 'TIMEOUT' '1800')
    Read-Reference
    Remove-Folder $application
    Remove-Folder $repository
    [void] (New-Item -ItemType Directory -Path $private)
    Set-Isolation
    Find-Tools
    Use-Secret
    $chosen = $wanted
    Say "Fetching $chosen of $url."
    if ($target.Length -eq 64 -and $reference -match '^commit:') { New-Repository @('--object-format=sha256') } else { New-Repository @() }
    Receive-Reference
    if ($lfs -and (Invoke-Git @('lfs', 'install', '--local', '--skip-repo')) -ne 0) {
        Show-Log
        Stop-Clone 23 'git-lfs could not be set up. The lines above say why.'
    }
    if ((Invoke-Git @('checkout', '-q', '--detach', "$target^{commit}")) -ne 0) {
        $script:cause = Get-Cause
        Stop-ForCause
    }
    [void] (Invoke-Git @('rev-parse', 'HEAD'))
    $commit = $log.Trim()
    if ($submodules) { Receive-Submodules }
    if ($lfs) { Receive-Lfs }
    New-Application $chosen
    Say "Checked out $chosen, commit $commit."
}

# ---------------------------------------------------------------------------------------------------------

$work = $env:AZ_BATCH_TASK_WORKING_DIR
if (-not $work) {
    [Console]::Error.WriteLine('clone: AZ_BATCH_TASK_WORKING_DIR is not set. This script is for the job preparation task of Azure Batch.')
    exit 2
}
$repository = Join-Path $work 'repository'
$application = Join-Path $work 'app'
$private = Join-Path $work ".clone.$PID"
$secret = Join-Path $private 'secret'
$url = Get-Setting 'URL' ''
$reference = Get-Setting 'REF' ''
$folder = Get-Setting 'FOLDER' '.'
$submodules = (Get-Setting 'SUBMODULES' '0') -eq '1'
$lfs = (Get-Setting 'LFS' '0') -eq '1'
$auth = Get-Setting 'AUTH' 'none'
try {
    Invoke-Clone
} catch {
    if ($code -eq 0) { $code = 30 }
    [Console]::Error.WriteLine("clone: $($_.Exception.Message)")
} finally {
    foreach ($file in 'git-secret', 'known_hosts') {
        Remove-Item -LiteralPath (Join-Path $work $file) -Force -ErrorAction SilentlyContinue
    }
    Remove-Item -LiteralPath $private -Recurse -Force -ErrorAction SilentlyContinue
}
if ($code -eq 0) {
    Say 'Ready.'
} else {
    try { Remove-Folder $application; Remove-Folder $repository } catch { Say "$($_.Exception.Message)" }
}
exit $code
