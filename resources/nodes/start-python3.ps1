# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Start task "python3" for Windows nodes: sees to it that Python 3 is there, with venv and pip. What is
# there already is left as it is. Run: powershell -NoProfile -ExecutionPolicy Bypass -File start-python3.ps1
#
# Server images have neither winget nor the Store, and the embeddable zip of Python has no venv and no
# pip. The full installer of python.org runs silently and brings both; its signature is checked before it
# is started. It installs into the node's shared folder, because the Batch agent does not see a PATH that
# changes after it started, and prepare.ps1 knows where to look.
#
# Exit codes: 0 Python 3 is ready, 1 it is missing and may not be installed here, 2 installing failed.

$ErrorActionPreference = 'Stop'
# The progress bar makes downloads many times slower in Windows PowerShell.
$ProgressPreference = 'SilentlyContinue'
# Older servers would offer TLS 1.0, which python.org refuses.
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$version = '3.12.10'
$source = "https://www.python.org/ftp/python/$version/python-$version-amd64.exe"
$attempts = 4

function Say([string] $text) { Write-Output "start-python3: $text" }

function Test-Python([string] $program) {
    # What a program writes to stderr would count as an error under 'Stop'.
    $ErrorActionPreference = 'Continue'
    & $program -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[0] != 3)' 2>&1 | Out-Null
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    $candidates = @()
    if ($env:AZ_BATCH_NODE_SHARED_DIR) {
        $candidates += Join-Path $env:AZ_BATCH_NODE_SHARED_DIR 'python\python.exe'
    }
    $onPath = Get-Command python.exe -ErrorAction SilentlyContinue
    if ($onPath) { $candidates += @($onPath)[0].Source }
    foreach ($candidate in $candidates) {
        if ((Test-Path $candidate) -and (Test-Python $candidate)) { return $candidate }
    }
    return $null
}

function Test-BatchNode {
    # The embedded service of Batchdesk sets the same variables, but speaks plain HTTP on this machine.
    return $env:AZ_BATCH_NODE_ROOT_DIR -and $env:AZ_BATCH_NODE_SHARED_DIR `
        -and $env:AZ_BATCH_ACCOUNT_URL -match '^https://(?!localhost[:/]|127\.|\[)'
}

function Test-Administrator {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object Security.Principal.WindowsPrincipal $identity
    return $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Install-Python([string] $installer) {
    Invoke-WebRequest -UseBasicParsing -Uri $source -OutFile $installer
    $signature = Get-AuthenticodeSignature $installer
    if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch 'Python Software Foundation') {
        throw "The installer from $source is not signed by the Python Software Foundation."
    }
    $target = Join-Path $env:AZ_BATCH_NODE_SHARED_DIR 'python'
    $arguments = '/quiet', 'InstallAllUsers=1', "TargetDir=`"$target`"", 'Include_pip=1', 'Include_test=0',
        'Include_doc=0', 'Include_tcltk=0', 'Include_launcher=0', 'Shortcuts=0', 'PrependPath=0'
    $process = Start-Process -FilePath $installer -ArgumentList $arguments -Wait -PassThru
    # 3010 asks for a restart that Python does not need.
    if ($process.ExitCode -notin 0, 3010) {
        throw "The installer ended with exit code $($process.ExitCode)."
    }
}

$python = Find-Python
if ($python) {
    Say "$python with venv and pip is here already; nothing was changed."
    exit 0
}
if (-not (Test-BatchNode)) {
    Say 'Python 3 is missing, and this is not a node of Azure Batch, so nothing is installed. Install Python 3 from python.org and run again.'
    exit 1
}
if (-not (Test-Administrator)) {
    Say 'Python 3 is missing, and installing it needs administrator rights. Let the start task run elevated.'
    exit 1
}

$installer = Join-Path $env:AZ_BATCH_TASK_WORKING_DIR 'python-installer.exe'
for ($attempt = 1; $attempt -le $attempts; $attempt++) {
    try {
        Say "Installing Python $version (attempt $attempt of $attempts)."
        Install-Python $installer
        break
    } catch {
        # The network may come back, and another installation (exit code 1618) may end.
        Say $_.Exception.Message
        if ($attempt -lt $attempts) { Start-Sleep -Seconds (20 * $attempt) }
    }
}
$python = Find-Python
if (-not $python) {
    Say 'Python 3 could not be installed; the lines above say why. The node cannot run tasks.'
    exit 2
}
Say "Python $version with venv and pip was installed in $python."
exit 0
