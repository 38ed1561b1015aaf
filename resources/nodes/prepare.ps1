# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Job preparation on Windows nodes: powershell -NoProfile -ExecutionPolicy Bypass -File prepare.ps1 APPLICATION.zip
# or, with the application that clone.ps1 has brought: prepare.ps1 -InPlace
#
# Unpacks the application into %AZ_BATCH_TASK_WORKING_DIR%\app, unless it lies there already. Makes a
# virtual environment in %AZ_BATCH_TASK_WORKING_DIR%\env when requirements.txt names at least one package,
# and also when Python came from the start task: that one is on no PATH, and the environment's Scripts
# folder is. Tasks find both through AZ_BATCH_JOB_PREP_WORKING_DIR. Run again, after a reboot, it starts
# from nothing.
#
# Exit codes: 0 ready, 2 wrong use, 3 the archive cannot be used or the application is not there, 4 no
# Python 3 although it is needed, 5 the virtual environment could not be made, 6 the packages could not be
# installed.

param([string] $Archive, [switch] $InPlace)

$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.IO.Compression.FileSystem

$attempts = 3

function Say([string] $text) { Write-Output "prepare: $text" }

function Fail([int] $code, [string] $text) {
    [Console]::Error.WriteLine("prepare: $text")
    exit $code
}

function Expand-Application([string] $zip, [string] $folder) {
    $root = [IO.Path]::GetFullPath($folder).TrimEnd('\') + '\'
    $package = [IO.Compression.ZipFile]::OpenRead($zip)
    try {
        # All names first, so that a bad archive leaves nothing behind.
        foreach ($entry in $package.Entries) {
            $target = [IO.Path]::GetFullPath((Join-Path $root $entry.FullName))
            if (-not $target.StartsWith($root, [StringComparison]::OrdinalIgnoreCase)) {
                throw "it holds '$($entry.FullName)', which would leave its folder."
            }
        }
        foreach ($entry in $package.Entries) {
            $target = [IO.Path]::GetFullPath((Join-Path $root $entry.FullName))
            if ($entry.FullName -match '[/\\]$') {
                [void] [IO.Directory]::CreateDirectory($target)
                continue
            }
            [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
            [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, $target, $true)
        }
    } finally {
        $package.Dispose()
    }
}

function Find-Python {
    if ($startTaskPython -and (Test-Path $startTaskPython)) { return $startTaskPython }
    $onPath = Get-Command python.exe -ErrorAction SilentlyContinue
    if ($onPath) { return @($onPath)[0].Source }
    return $null
}

function Test-NamesPackages([string] $file) {
    return [bool] (Get-Content -LiteralPath $file -Encoding UTF8 | Where-Object { $_ -match '^\s*[^#\s]' })
}

# The program's lines go to the task's stdout; its exit code is left in $LASTEXITCODE.
function Invoke-Program([string] $program, [string[]] $arguments) {
    # What a program writes to stderr would count as an error under 'Stop'.
    $ErrorActionPreference = 'Continue'
    & $program @arguments 2>&1 | ForEach-Object { "$_" }
}

function Install-Packages {
    $env:PIP_DISABLE_PIP_VERSION_CHECK = '1'
    $env:PIP_NO_INPUT = '1'
    $transient = 'connection broken|timed out|connection (reset|refused|aborted)|getaddrinfo failed|HTTP error (429|5\d\d)|(429|5\d\d) (Client|Server) Error'
    for ($attempt = 1; $attempt -le $attempts; $attempt++) {
        Say "Installing the packages of requirements.txt (attempt $attempt of $attempts)."
        # From the application's folder, so that a requirement such as .\wheels\own.whl is found.
        Push-Location $application
        Invoke-Program "$environment\Scripts\python.exe" @('-m', 'pip', 'install', '--progress-bar', 'off', '-r', 'requirements.txt') |
            Tee-Object -Variable lines
        $code = $LASTEXITCODE
        Pop-Location
        if ($code -eq 0) { return }
        # A package that does not exist will not exist the next time either.
        if (-not ($lines -match $transient)) {
            Fail 6 'The packages could not be installed; the lines above say why. Correct requirements.txt and run again.'
        }
        if ($attempt -lt $attempts) { Start-Sleep -Seconds (15 * $attempt) }
    }
    Fail 6 "The packages could not be fetched in $attempts attempts. Does the node reach the internet, or the package index that requirements.txt names?"
}

function Remove-Folder([string] $folder) {
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
}

function Get-Application {
    if ($InPlace) {
        if (-not (Test-Path -LiteralPath $application -PathType Container)) {
            Fail 3 "The application is not in ${application}: clone.ps1 comes first."
        }
        return
    }
    if (-not (Test-Path -LiteralPath $Archive)) { Fail 3 "$Archive is not here or cannot be read." }
    Remove-Folder $application
    [void] (New-Item -ItemType Directory -Path $application)
    try {
        # .NET has a current folder of its own, so the path must be complete.
        Expand-Application (Resolve-Path -LiteralPath $Archive).ProviderPath $application
    } catch {
        Remove-Folder $application
        Fail 3 "The application in $Archive could not be unpacked: $($_.Exception.Message)"
    }
    Say 'The application is unpacked.'
}

if ([bool] $Archive -eq [bool] $InPlace) { Fail 2 'Usage: prepare.ps1 APPLICATION.zip, or prepare.ps1 -InPlace' }
$work = $env:AZ_BATCH_TASK_WORKING_DIR
if (-not $work) { Fail 2 'AZ_BATCH_TASK_WORKING_DIR is not set: this script is for the job preparation task of Azure Batch.' }
$application = Join-Path $work 'app'
$environment = Join-Path $work 'env'
$startTaskPython = ''
if ($env:AZ_BATCH_NODE_SHARED_DIR) {
    $startTaskPython = Join-Path $env:AZ_BATCH_NODE_SHARED_DIR 'python\python.exe'
}
Remove-Folder $environment
Get-Application

$requirements = Join-Path $application 'requirements.txt'
$needsPackages = (Test-Path -LiteralPath $requirements) -and (Test-NamesPackages $requirements)
$python = Find-Python
if ($needsPackages -and -not $python) {
    Fail 4 'requirements.txt names packages, but Python 3 is missing. Choose the start task python3, or another image.'
}
if ($needsPackages -or ($python -and $python -eq $startTaskPython)) {
    Invoke-Program $python @('-m', 'venv', $environment)
    if ($LASTEXITCODE -ne 0) { Fail 5 'The virtual environment could not be made; the lines above say why.' }
}
if ($needsPackages) {
    Install-Packages
    Say 'The packages are installed.'
} else {
    Say 'No packages to install.'
}
Say 'Ready.'
exit 0
