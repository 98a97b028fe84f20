#!/usr/bin/env bash
# A Slurm cluster of one node, this machine:  slurm.sh start|stop FOLDER   (root only)
# start prints OPTBENCH_TEST_SLURM=1 and SLURM_CONF=<its configuration>.
set -euo pipefail

action=$1
folder=$2

stop_daemons() {
    local name pid
    for name in slurmd slurmctld munged; do
        if [ -f "$folder/$name.pid" ]; then
            pid=$(cat "$folder/$name.pid")
            kill "$pid" 2> /dev/null || true
            for _ in $(seq 50); do
                kill -0 "$pid" 2> /dev/null || break
                sleep 0.1
            done
        fi
    done
}

start_munge() {
    # The package may have a daemon running already; one of ours gets a key and a socket of its own.
    mkdir -p "$folder/munge"
    head -c 1024 /dev/urandom > "$folder/munge/key"
    chmod 400 "$folder/munge/key"
    chown -R munge "$folder/munge"
    runuser -u munge -- munged --force --socket="$folder/munge/socket" --key-file="$folder/munge/key" --log-file="$folder/munge/log" \
        --pid-file="$folder/munge/pid" --seed-file="$folder/munge/seed"
    ln -sf munge/pid "$folder/munged.pid"
}

case $action in
    start)
        [ "$(id -u)" -eq 0 ] || { echo "ci: Slurm is started by root only" >&2; exit 1; }
        command -v slurmctld > /dev/null && command -v slurmd > /dev/null && command -v munged > /dev/null \
            || { echo "ci: Slurm is not installed" >&2; exit 1; }
        mkdir -p "$folder/state" "$folder/spool"
        start_munge
        host=$(hostname -s)
        memory=$(awk '/MemTotal/ {print int($2 / 1024 * 0.9)}' /proc/meminfo)
        cat > "$folder/slurm.conf" <<CONF
ClusterName=optbench
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SchedulerParameters=batch_sched_delay=0,sched_interval=2
MinJobAge=300
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
        export SLURM_CONF=$folder/slurm.conf
        # Daemons must not hold the standard output of this script open.
        slurmctld -f "$SLURM_CONF" > /dev/null 2>&1
        slurmd -f "$SLURM_CONF" > /dev/null 2>&1
        for _ in $(seq 100); do
            state=$(sinfo -h -o %T 2> /dev/null || true)
            if [ "$state" = idle ] || [ "$state" = mixed ]; then
                echo "OPTBENCH_TEST_SLURM=1"
                echo "SLURM_CONF=$SLURM_CONF"
                exit 0
            fi
            sleep 0.2
        done
        echo "ci: the Slurm node is '${state:-unknown}', not idle" >&2
        tail -n 5 "$folder"/slurm*.log >&2 || true
        stop_daemons
        exit 1
        ;;
    stop)
        [ -d "$folder" ] || exit 0
        stop_daemons
        ;;
    *)
        echo "usage: $0 start|stop FOLDER" >&2
        exit 2
        ;;
esac
