#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Job preparation on Linux nodes, for an application in a Git repository: clone.sh, before prepare.sh --in-place
#
# Checks out BATCHDESK_GIT_URL (see "what to clone" below) in $AZ_BATCH_TASK_WORKING_DIR/repository, and lets
# $AZ_BATCH_TASK_WORKING_DIR/app lead to the application's folder in it. Beside this script lie known_hosts,
# the host keys that are trusted, and git-secret: a private key or a token. Its file is gone before the first
# connection is made, and the secret itself when this script ends, however it ends; nothing but git, git-lfs
# and ssh runs while it is there. Run again, after a reboot, it starts from nothing.
#
# Exit codes: 0 ready, 2 wrong use, 10 no git, 11 no ssh, 12 no git-lfs, 13 host key unknown, 14 host key
# changed, 15 key not accepted, 16 key cannot be used, 17 token not accepted, 18 no such repository,
# 19 server not reached, 20 no such branch, tag or commit, 21 no such folder, 22 submodule not fetched,
# 23 LFS files not fetched, 24 disk full, 25 took too long, 26 certificate not trusted, 30 anything else.

set -u

attempts=3
pause=${BATCHDESK_RETRY_PAUSE:-10}
child=''
private=''

say() { printf '%s\n' "clone: $*"; }

fail() {
    local code=$1
    shift
    say "$*" >&2
    exit "$code"
}

clean_up() {
    local code=$?
    trap '' HUP INT TERM
    if [ -n "$child" ]; then
        # timeout passes the signal on to git and ssh.
        kill "$child" 2>/dev/null
        wait "$child" 2>/dev/null
    fi
    rm -f "$work/git-secret" "$work/known_hosts"
    [ -z "$private" ] || rm -rf "$private"
    [ "$code" -eq 0 ] || rm -rf "$repository" "$application"
    exit "$code"
}

work=${AZ_BATCH_TASK_WORKING_DIR:-}
[ -n "$work" ] || fail 2 "AZ_BATCH_TASK_WORKING_DIR is not set. This script is for the job preparation task of Azure Batch."
repository="$work/repository"
application="$work/app"
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- What to clone ---------------------------------------------------------------------------------------

url=${BATCHDESK_GIT_URL:-}
reference=${BATCHDESK_GIT_REF:-}
folder=${BATCHDESK_GIT_FOLDER:-.}
depth=${BATCHDESK_GIT_DEPTH:-1}
submodules=${BATCHDESK_GIT_SUBMODULES:-0}
lfs=${BATCHDESK_GIT_LFS:-0}
limit=${BATCHDESK_GIT_TIMEOUT:-1800}
auth=${BATCHDESK_GIT_AUTH:-none}
hint='This is for Batchdesk to set right.'

read_address() {
    local rest
    case $url in
    ssh://* | https://*)
        transport=${url%%://*}
        rest=${url#*://}
        authority=${rest%%/*}
        [ "$authority" != "$rest" ] || fail 2 "BATCHDESK_GIT_URL names no repository. $hint"
        ;;
    [A-Za-z0-9_]*@[A-Za-z0-9]*:?*)
        transport=ssh
        authority=${url%%:*}
        ;;
    *) fail 2 "BATCHDESK_GIT_URL is neither git@host:path nor ssh:// nor https://. $hint" ;;
    esac
    # The name before @ may be there, a password never: it would be seen in the list of processes.
    case $authority in
    *:*@*) fail 2 "BATCHDESK_GIT_URL holds a password. Keep the token in the list of keys and tokens, and take it out of the address." ;;
    esac
    host=${authority##*@}
}

check_numbers() {
    local pair
    for pair in "DEPTH=$depth" "TIMEOUT=$limit"; do
        [[ ${pair#*=} =~ ^[0-9]{1,9}$ ]] || fail 2 "BATCHDESK_GIT_${pair%%=*} is not a number. $hint"
    done
}

# --- The tools -------------------------------------------------------------------------------------------

check_tools() {
    local more='Let the start task install it, or choose another image.'
    command -v git >/dev/null 2>&1 || fail 10 "git is missing on this node. $more"
    if [ "$transport" = ssh ]; then
        { command -v ssh && command -v ssh-keygen; } >/dev/null 2>&1 \
            || fail 11 "The SSH client is missing on this node. $more"
    fi
    [ "$lfs" != 1 ] || git lfs version >/dev/null 2>&1 || fail 12 "git-lfs is missing on this node. $more"
}

# Nothing of the machine's or the user's configuration, no helper, no hook, no prompt, no other protocol.
isolate() {
    local name
    for name in ${!GIT_@}; do
        case $name in
        GIT_SSL_CAINFO | GIT_SSL_CAPATH | GIT_EXEC_PATH) ;;
        *) unset "$name" ;;
        esac
    done
    unset LANGUAGE SSH_ASKPASS SSH_AUTH_SOCK
    # Messages are told apart by their English words. Older versions of git know only HOME, not GIT_CONFIG_GLOBAL.
    export LC_ALL=C HOME="$private" XDG_CONFIG_HOME="$private"
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
    export GIT_ALLOW_PROTOCOL=ssh:https GIT_LFS_SKIP_SMUDGE=1
    git=(git -c credential.helper= -c core.askPass= -c core.hooksPath=/dev/null -c core.fsmonitor=false
        -c gc.auto=0 -c maintenance.auto=false -c advice.detachedHead=false -c init.defaultBranch=main
        -c fetch.recurseSubmodules=no -c http.lowSpeedLimit=1 -c http.lowSpeedTime=120)
}

# --- The secret ------------------------------------------------------------------------------------------

# For ssh's own configuration: in quotes, where % begins a variable.
for_ssh() {
    local text=${1//\\/\\\\}
    text=${text//\"/\\\"}
    printf '"%s"' "${text//%/%%}"
}

# Keeps the secret in a file of this user alone that has no name any more: it is gone with this shell, even
# when that is killed and can clean nothing up. Children do not inherit it, they open it anew.
take_secret() {
    [ -f "$work/git-secret" ] || fail "$1" "The $2 did not come with the job. Start the run again."
    if ! (umask 077 && cat "$work/git-secret" >"$private/secret") || ! exec 9<"$private/secret"; then
        fail "$1" "The $2 cannot be read or kept. Is the disk of the node full? The line above says why."
    fi
    rm -f "$work/git-secret" "$private/secret"
    secret=/proc/$$/fd/9
}

use_key() {
    local answer config="$private/ssh_config"
    take_secret 16 'private key'
    if ! answer=$(ssh-keygen -y -P '' -f "$secret" 2>&1 >/dev/null </dev/null 9<&-); then
        case $answer in
        *passphrase*) fail 16 "The private key is protected by a passphrase, which nobody can enter here. Choose a key without one, such as Batchdesk generates." ;;
        *) fail 16 "The private key is damaged, or not one that OpenSSH knows. Import it again, or choose another one." ;;
        esac
    fi
    cat "$work/known_hosts" >"$private/known_hosts" 2>/dev/null
    cat >"$config" <<CONFIG
Host *
  IdentityFile $secret
  IdentitiesOnly yes
  IdentityAgent none
  PreferredAuthentications publickey
  UserKnownHostsFile $(for_ssh "$private/known_hosts")
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  CheckHostIP no
  UpdateHostKeys no
  BatchMode yes
  ControlPath none
  ClearAllForwardings yes
  ConnectTimeout 30
  ServerAliveInterval 15
  ServerAliveCountMax 4
CONFIG
    # git gives this to a shell.
    export GIT_SSH_COMMAND="ssh -F '${config//\'/\'\\\'\'}'"
}

# git and git-lfs ask it, each in its own words; it knows the token of one host only.
use_token() {
    take_secret 17 'token'
    export BATCHDESK_GIT_AUTHORITY=$host BATCHDESK_GIT_SECRET=$secret
    cat >"$private/askpass" <<'ASKPASS'
#!/bin/bash
[[ $1 =~ https://([^\'\"/]*@)?([^\'\"/@]+)[\'\"/] ]] || exit 1
asked=${BASH_REMATCH[2]}
# The host may be given without the port that is in the address.
[ "${asked,,}" = "${BATCHDESK_GIT_HOST,,}" ] \
    || { [ "${asked,,}" = "${BATCHDESK_GIT_AUTHORITY,,}" ] && [ "${asked%:*}" = "$BATCHDESK_GIT_HOST" ]; } \
    || exit 1
case $1 in
Username*) printf '%s\n' "${BATCHDESK_GIT_USER:-git}" ;;
Password*) IFS= read -r token <"$BATCHDESK_GIT_SECRET"; printf '%s\n' "${token%$'\r'}" ;;
*) exit 1 ;;
esac
ASKPASS
    chmod 700 "$private/askpass"
    export GIT_ASKPASS="$private/askpass"
}

use_secret() {
    case $auth-$transport in
    key-ssh) use_key ;;
    token-https) use_token ;;
    none-https) ;;
    *) fail 2 "BATCHDESK_GIT_AUTH does not go with the address. $hint" ;;
    esac
}

# --- What went wrong -------------------------------------------------------------------------------------

logged() { grep -Eiq -- "$1" "$log"; }

# Finds in what git and ssh said why they failed: sets code, what, and what to do. The order matters: the
# last lines of git are the same for many causes.
explain() {
    local missing='couldn.t find remote ref|no such remote ref|not our ref|unadvertised object|remote branch .* not found'
    local nowhere='repository .*(not found|not exist)|(project|repository) you were looking for|not appear to be a git repository'
    nowhere+='|TF401019|TF200016|VS800075|repository either does not exist|cannot find repository|denied by fallthru'
    nowhere+='|project .*does not exist|returned error: 404'
    local refused='authentication failed|could not read (username|password)|access denied|prompts disabled|error: 40[13]|TF400813'
    local broken='could not resolve|name or service not known|name resolution|nodename nor servname|connection (refused|timed out|reset|closed)'
    broken+='|no route to host|network is unreachable|failed to connect|couldn.t connect|kex_exchange|banner exchange|error: (429|5[0-9][0-9])'
    broken+='|early EOF|RPC failed|unexpected disconnect|operation too slow|remote end hung up|operation timed out|broken pipe|not responding'
    if logged 'no space left|disk quota exceeded'; then
        code=24 what='The disk of the node is full' todo='Fetch fewer commits, or choose a VM size with a larger disk.'
    elif logged 'transport .* not allowed'; then
        code=30 what='an address in .gitmodules is neither SSH nor HTTPS' todo='Change it there to one of them.'
    elif logged 'cannot run ssh|ssh: (command )?not found'; then
        code=11 what='The SSH client is missing on this node' todo='Let the start task install it, or choose another image.'
    elif logged 'HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY'; then
        code=14 what="DANGER: THE HOST KEY OF $host HAS CHANGED. Somebody may stand between the node and the server; nothing was sent"
        todo="Ask whoever runs the server. Fetch its host key again only when they say that it is a new one."
    elif logged 'host key verification failed|host key is known for'; then
        code=13 what="The host key of $host is not known" todo='Fetch and confirm the host key of that server, and run again.'
    elif logged 'certificate'; then
        code=26 what="The certificate of $host is not trusted" todo='Does the address name the right server? A certificate of your own must be installed on the nodes by a start task.'
    elif logged 'permission denied \(|too many authentication failures|public key authentication failed|SAML SSO'; then
        code=15 what="$host did not accept the key" todo='Add its public half to the account there, or as a deploy key to the repository.'
    elif logged 'permission to .* denied|not have permission to|not allowed to' && [ "$auth" = key ]; then
        code=15 what="$host does not let this key read the repository" todo='Give it access there, or choose another key.'
    elif logged "$refused" && [ "$auth" = token ]; then
        code=17 what="$host did not accept the token" todo='Is it still valid, and may it read this repository? Make a new one there, and change it here.'
    elif logged "$refused"; then
        code=17 what="$host wants to know who asks for the repository" todo='Choose a token or an SSH key that may read it.'
    elif logged "$nowhere"; then
        code=18 what="$host has no such repository, or does not show it to this key or token" todo='Compare the address, and see whether the key or token may read it.'
    elif logged "$missing"; then
        code=20 what="The repository has no $wanted" todo='Was it renamed or deleted, or is it not pushed yet?'
    elif logged "$broken"; then
        code=19 what="$host could not be reached, or the connection broke" todo='Is its name right, and do the nodes reach it through their network and firewall?'
    else
        code=30 what='git failed' todo='The lines above say why.'
    fi
}

give_up() { fail "$code" "$what. $todo"; }

show_log() { tail -n 20 "$log" >&2; }

# --- Fetching --------------------------------------------------------------------------------------------

# A command that speaks to the network, ended with all it started when the time is over. It runs beside
# this shell, which would otherwise hear no signal before it ends.
network() {
    local status left=$((limit - SECONDS))
    [ "$left" -gt 0 ] || left=1
    timeout --kill-after=5 "$left" "$@" </dev/null >"$log" 2>&1 9<&- &
    child=$!
    wait "$child"
    status=$?
    child=''
    if [ "$status" -eq 124 ] || { [ "$status" -eq 137 ] && [ "$SECONDS" -ge "$limit" ]; }; then
        show_log
        fail 25 "Cloning took longer than $limit seconds and was ended. Fetch fewer commits, or allow more time; does the server answer at all?"
    fi
    return "$status"
}

# The same, again after a while when the connection is to blame. Many nodes start at once.
patiently() {
    local attempt
    for ((attempt = 1; ; attempt++)); do
        network "$@" && return 0
        explain
        if [ "$code" -ne 19 ] || [ "$attempt" -ge "$attempts" ] || [ "$((SECONDS + pause * attempt))" -ge "$limit" ]; then
            return 1
        fi
        show_log
        say "$what. Trying again."
        network sleep "$((pause * attempt))"
    done
}

begin() {
    rm -rf "$repository"
    if ! { "${git[@]}" init -q --template= "$@" "$repository" \
        && "${git[@]}" -C "$repository" remote add origin "$url"; } >"$log" 2>&1 9<&-; then
        explain
        show_log
        give_up
    fi
}

fetch() {
    local options=(-q)
    [ "$depth" -eq 0 ] || options+=(--depth "$depth")
    patiently "${git[@]}" -C "$repository" fetch "${options[@]}" origin "$1" && return 0
    if [ "$code" -eq 30 ] && logged 'mismatched algorithms'; then
        begin --object-format=sha256
        patiently "${git[@]}" -C "$repository" fetch "${options[@]}" origin "$1" && return 0
    fi
    return 1
}

# Not every server gives out a commit by its hash. All branches and tags then hold it, or it is not there.
fetch_commit() {
    local commit=$1
    [ "${#commit}" -eq 40 ] || begin --object-format=sha256
    fetch "$commit" && return 0
    [ "$code" -eq 20 ] || return 1
    say "The server does not give out a commit by its hash. Fetching all history."
    patiently "${git[@]}" -C "$repository" fetch -q origin '+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*' \
        || return 1
    "${git[@]}" -C "$repository" cat-file -e "$commit^{commit}" 2>"$log" && return 0
    code=20 what="The repository has no $wanted" todo='Was it removed by a forced push, or is it not pushed yet?'
    return 1
}

# Full names, so that a tag never passes for a branch.
choose_reference() {
    local name=${reference#*:}
    case $reference in
    '') wanted='default branch, perhaps because it is empty' source='+HEAD:refs/remotes/origin/HEAD' ;;
    branch:?*) wanted="branch $name" source="+refs/heads/$name:refs/remotes/origin/$name" ;;
    tag:?*) wanted="tag $name" source="+refs/tags/$name:refs/tags/$name" ;;
    commit:*)
        [[ $name =~ ^([0-9a-f]{40}|[0-9a-f]{64})$ ]] || fail 2 "BATCHDESK_GIT_REF is not a whole commit. $hint"
        wanted="commit $name" source=$name
        target=$name
        return
        ;;
    *) fail 2 "BATCHDESK_GIT_REF is neither a branch nor a tag nor a commit. $hint" ;;
    esac
    target=${source#*:}
    git check-ref-format "$target" || fail 2 "'$name' cannot be the name of a branch or tag. Correct it in the settings."
}

check_out() {
    say "Fetching ${wanted%%,*} of $url."
    begin
    case $reference in
    commit:*) fetch_commit "$source" ;;
    *) fetch "$source" ;;
    esac || { show_log; give_up; }
    if [ "$lfs" = 1 ] && ! "${git[@]}" -C "$repository" lfs install --local --skip-repo >"$log" 2>&1 9<&-; then
        show_log
        fail 23 "git-lfs could not be set up. The lines above say why."
    fi
    "${git[@]}" -C "$repository" checkout -q --detach "$target^{commit}" >"$log" 2>&1 </dev/null 9<&- \
        || { explain; show_log; give_up; }
}

fetch_submodules() {
    local name update=("${git[@]}" -C "$repository" submodule update --init --recursive)
    local host='its server' wanted='such commit'
    if [ "$depth" -ne 0 ]; then
        patiently "${update[@]}" --depth "$depth" && return 0
        # Its commit may lie deeper, on a server that does not give it out by its hash.
        if logged 'unable to find current revision|did not contain|unadvertised|not our ref'; then
            "${git[@]}" -C "$repository" submodule -q deinit --force --all >/dev/null 2>&1
            rm -rf "$repository/.git/modules"
            patiently "${update[@]}" && return 0
        fi
    else
        patiently "${update[@]}" && return 0
    fi
    name=$(sed -nE "s/.*submodule path '(.*)'.*/\1/p" "$log" | tail -n 1)
    show_log
    [ "$code" -ne 24 ] || give_up
    fail 22 "The submodule ${name#"$repository"/} could not be fetched: $what. $todo Or switch submodules off, if they are not needed."
}

fetch_lfs() {
    local where=("${git[@]}" -C "$repository")
    if patiently "${where[@]}" lfs pull; then
        [ "$submodules" = 1 ] || return 0
        patiently "${where[@]}" submodule foreach --quiet --recursive 'git lfs install --local --skip-repo && git lfs pull' \
            && return 0
    fi
    show_log
    [ "$code" -ne 24 ] || give_up
    fail 23 "The files that Git LFS keeps could not be fetched: $what. $todo Or switch LFS off, if they are not needed."
}

# --- The application's folder ----------------------------------------------------------------------------

# The folders in the deepest part of the path that is there.
tell_folders() {
    local there=$1 names='' entry
    while [ ! -d "$repository/$there" ]; do
        case $there in
        */*) there=${there%/*} ;;
        *) there=. ;;
        esac
    done
    for entry in "$repository/$there"/*/; do
        [ ! -d "$entry" ] || { entry=${entry%/}; names+="${names:+, }${entry##*/}"; }
    done
    [ "$there" = . ] && there='At its top' || there="In $there"
    [ -n "$names" ] && names="are the folders: $names" || names='are no folders'
    printf '%s' "$there $names"
}

link_folder() {
    local top place
    top=$(realpath "$repository")
    [ -d "$repository/$folder" ] \
        || fail 21 "The repository has no folder $folder (${wanted%%,*}). $(tell_folders "$folder"). Correct the folder in the settings."
    place=$(realpath "$repository/$folder")
    case $place/ in
    "$top/.git/"*) fail 21 "The folder $folder is git's own. Correct the folder in the settings." ;;
    "$top/"*) ;;
    *) fail 21 "The folder $folder leads out of the repository. $(tell_folders .). Correct the folder in the settings." ;;
    esac
    ln -s "repository${place#"$top"}" "$application" \
        || fail 30 "$application could not be made. The line above says why."
}

# ---------------------------------------------------------------------------------------------------------

read_address
check_numbers
rm -rf "$repository" "$application" "$work"/.clone.*
check_tools
private=$(umask 077 && mktemp -d "$work/.clone.XXXXXX") || fail 24 "A folder could not be made in $work. Is the disk of the node full?"
# In memory, where what git says of a full disk can still be written; without a name, as the secret.
log=$(mktemp "/dev/shm/clone.$$.XXXXXX" 2>/dev/null) || log="$private/log"
exec 8<>"$log"
rm -f "$log"
log=/proc/$$/fd/8
isolate
choose_reference
use_secret
check_out
commit=$("${git[@]}" -C "$repository" rev-parse HEAD)
[ "$submodules" != 1 ] || fetch_submodules
[ "$lfs" != 1 ] || fetch_lfs
link_folder
say "Checked out ${wanted%%,*}, commit $commit."
say "Ready."
