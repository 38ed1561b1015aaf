# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Start task of Windows nodes, for the tools python3, git and git-lfs:
# powershell -NoProfile -ExecutionPolicy Bypass -File start-tools.ps1 TOOL...
#
# Sees to it that the tools are there: Python 3 with venv and pip, git with the SSH client, Git LFS. What is
# there already is left as it is.
#
# Server images have neither winget nor the Store, and the embeddable zip of Python has no venv and no
# pip. The full installers of python.org and Git for Windows run silently and bring all of it (Git LFS and
# ssh come with git); they are checked before they are started. They install into the node's shared folder,
# because the Batch agent does not see a PATH that changes after it started, and prepare.ps1 and clone.ps1
# know where to look.
#
# Exit codes: 0 the tools are ready, 1 one is missing and may not be installed here, 2 installing failed,
# 3 wrong use.

param([Parameter(ValueFromRemainingArguments = $true)] [string[]] $Tools)

$ErrorActionPreference = 'Stop'
# The progress bar makes downloads many times slower in Windows PowerShell.
$ProgressPreference = 'SilentlyContinue'
# Older servers would offer TLS 1.0, which both sites refuse.
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$shared = $env:AZ_BATCH_NODE_SHARED_DIR
$attempts = 4
$pythonVersion = '3.12.10'
$gitVersion = '2.55.0'
$gitBuild = '3'
$programs = @{
    'python3' = @{
        Title = "Python $pythonVersion"
        Source = "https://www.python.org/ftp/python/$pythonVersion/python-$pythonVersion-amd64.exe"
        Signer = 'Python Software Foundation'
        Arguments = '/quiet', 'InstallAllUsers=1', "TargetDir=`"$shared\python`"", 'Include_pip=1', 'Include_test=0',
            'Include_doc=0', 'Include_tcltk=0', 'Include_launcher=0', 'Shortcuts=0', 'PrependPath=0'
    }
    'git' = @{
        Title = "Git for Windows $gitVersion"
        Source = "https://github.com/git-for-windows/git/releases/download/v$gitVersion.windows.$gitBuild/Git-$gitVersion.$gitBuild-64-bit.exe"
        Sha256 = 'af12577d0fdff74243a5988197aa49b957d5044edc17004f6ddf0768996f1dca'
        Arguments = '/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART', '/NOCANCEL', '/SP-', '/COMPONENTS=gitlfs',
            "/DIR=`"$shared\git`""
    }
}

function Say([string] $text) { Write-Output "start-tools: $text" }

function Test-Program([string] $program, [string[]] $arguments) {
    # What a program writes to stderr would count as an error under 'Stop'.
    $ErrorActionPreference = 'Continue'
    & $program @arguments 2>&1 | Out-Null
    return $LASTEXITCODE -eq 0
}

# The first of these places, and then of PATH, where the program is and does what it is wanted for.
function Find-Program([string] $name, [string[]] $places, [string[]] $arguments) {
    $candidates = @($places)
    $onPath = Get-Command $name -ErrorAction SilentlyContinue
    if ($onPath) { $candidates += @($onPath)[0].Source }
    foreach ($candidate in $candidates) {
        if ((Test-Path -LiteralPath $candidate) -and (Test-Program $candidate $arguments)) { return $candidate }
    }
    return $null
}

function Find-Git([string[]] $arguments) {
    $places = @("$env:ProgramFiles\Git\cmd\git.exe")
    if ($shared) { $places = @("$shared\git\cmd\git.exe") + $places }
    return Find-Program 'git.exe' $places $arguments
}

function Find-Tool([string] $tool) {
    switch ($tool) {
        'python3' {
            $places = @()
            if ($shared) { $places += "$shared\python\python.exe" }
            return Find-Program 'python.exe' $places @('-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info[0] != 3)')
        }
        'git' { return Find-Git @('--version') }
        'git-lfs' { return Find-Git @('lfs', 'version') }
    }
}

function Test-BatchNode {
    # The embedded service of Batchdesk sets the same variables, but speaks plain HTTP on this machine.
    return $env:AZ_BATCH_NODE_ROOT_DIR -and $shared `
        -and $env:AZ_BATCH_ACCOUNT_URL -match '^https://(?!localhost[:/]|127\.|\[)'
}

function Test-Administrator {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object Security.Principal.WindowsPrincipal $identity
    return $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Install-Program($program) {
    $installer = Join-Path $env:AZ_BATCH_TASK_WORKING_DIR 'installer.exe'
    Invoke-WebRequest -UseBasicParsing -Uri $program.Source -OutFile $installer
    $signature = Get-AuthenticodeSignature $installer
    if ($signature.Status -ne 'Valid' -or ($program.Signer -and $signature.SignerCertificate.Subject -notmatch $program.Signer)) {
        throw "The installer from $($program.Source) is not signed as it should be."
    }
    # Whose name is in the signature may change; the sum in the notes of a release does not.
    if ($program.Sha256 -and (Get-FileHash -LiteralPath $installer -Algorithm SHA256).Hash -ne $program.Sha256) {
        throw "The installer from $($program.Source) is not the one that was released."
    }
    $process = Start-Process -FilePath $installer -ArgumentList $program.Arguments -Wait -PassThru
    # 3010 asks for a restart that neither of them needs.
    if ($process.ExitCode -notin 0, 3010) {
        throw "The installer ended with exit code $($process.ExitCode)."
    }
}

function Install-WithPatience($program) {
    for ($attempt = 1; $attempt -le $attempts; $attempt++) {
        try {
            Say "Installing $($program.Title) (attempt $attempt of $attempts)."
            Install-Program $program
            return
        } catch {
            # The network may come back, and another installation (exit code 1618) may end.
            Say $_.Exception.Message
            if ($attempt -lt $attempts) { Start-Sleep -Seconds (20 * $attempt) }
        }
    }
}

if (-not $Tools) {
    Say 'Usage: start-tools.ps1 TOOL... (python3, git, git-lfs)'
    exit 3
}
foreach ($tool in $Tools) {
    if ($tool -notin 'python3', 'git', 'git-lfs') {
        Say "There is no tool '$tool' here: python3, git and git-lfs are."
        exit 3
    }
    $place = Find-Tool $tool
    if ($place) {
        Say "$tool is here already, in $place; nothing was changed."
        continue
    }
    if (-not (Test-BatchNode)) {
        Say "$tool is missing, and this is not a node of Azure Batch, so nothing is installed. Install it from python.org or git-scm.com and run again."
        exit 1
    }
    if (-not (Test-Administrator)) {
        Say "$tool is missing, and installing it needs administrator rights. Let the start task run elevated."
        exit 1
    }
    # Git LFS is a part of Git for Windows.
    Install-WithPatience $programs[($tool -replace '-lfs$', '')]
    $place = Find-Tool $tool
    if (-not $place) {
        Say "$tool could not be installed; the lines above say why. The node cannot run tasks."
        exit 2
    }
    Say "$tool was installed in $place."
}
exit 0
