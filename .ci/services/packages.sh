#!/usr/bin/env bash
# Installs what the tests use beside Java. A package that is missing is named and left out.
set -euo pipefail

required=(maven)
optional=(
    postgresql                                       # the shared results database
    slurm-wlm munge                                  # the cluster executor
    chromium chromium-driver                         # the report at laptop and phone width
    python3-torch python3-numpy                      # training workloads
    python3-optuna python3-sklearn                   # bridge to other platforms
    dataset-fashion-mnist bible-kjv-text             # data of the training workloads
    jupyter-nbconvert jupyter-client                 # notebooks
    libopenblas-dev                                  # linear algebra of Smile
)

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    echo "ci: not root on Debian, no packages are installed"
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt=(nice -n 5 apt-get -qq -y -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold --no-install-recommends --no-upgrade)

missing() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

command -v mvn > /dev/null && required=()
mapfile -t wanted < <(missing "${required[@]}" "${optional[@]}")
if ! compgen -G '/usr/lib/jvm/*25*/bin/javac' > /dev/null && [ ! -x "${JAVA_HOME:-}/bin/javac" ]; then
    wanted+=("$(apt-cache show temurin-25-jdk > /dev/null 2>&1 && echo temurin-25-jdk || echo openjdk-25-jdk-headless)")
fi
[ "${#wanted[@]}" -gt 0 ] || exit 0

# Daemons that packages bring are not started: the tests run their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi

apt-get -qq update || echo "ci: apt-get update failed, going on with the lists that are there"
echo "ci: installing ${wanted[*]}"
if ! "${apt[@]}" install "${wanted[@]}" > /tmp/optbench-apt.log 2>&1; then
    for package in "${wanted[@]}"; do
        "${apt[@]}" install "$package" >> /tmp/optbench-apt.log 2>&1 || echo "ci: package $package cannot be installed, tests that need it skip"
    done
fi
