#!/usr/bin/env bash
# PostgreSQL on loopback with its data in a folder of its own:  postgres.sh start|restart|stop FOLDER
# start prints OPTBENCH_TEST_POSTGRES_URL=<JDBC URL with user and password>.
set -euo pipefail

action=$1
folder=$2

# The newest server programs of Debian, else those on the PATH.
bin=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1 || true)
bin=${bin:-$(command -v postgres || true)}
[ -n "$bin" ] || { echo "ci: no PostgreSQL server is installed" >&2; exit 1; }
bin=$(dirname "$bin")

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

free_port() {
    local port
    for port in $(seq 54320 54420); do
        if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
            echo "$port"
            return
        fi
    done
    echo "ci: no free port between 54320 and 54420" >&2
    return 1
}

case $action in
    start)
        mkdir -p "$folder"
        password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
        printf '%s\n' "$password" > "$folder/password"
        if [ "$(id -u)" -eq 0 ]; then chown -R postgres "$folder"; fi
        as_owner "$bin/initdb" -D "$folder/data" -U optbench -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C --no-sync > /dev/null
        port=$(free_port)
        as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 \
            -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c max_connections=200" start > /dev/null \
            || { tail -n 5 "$folder/log" >&2; exit 1; }
        PGPASSWORD=$password as_owner "$bin/createdb" -h 127.0.0.1 -p "$port" -U optbench optbench
        echo "OPTBENCH_TEST_POSTGRES_URL=jdbc:postgresql://127.0.0.1:$port/optbench?user=optbench&password=$password"
        ;;
    restart)
        # As after a crash: connections break, the log is replayed.
        as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -m immediate -w -t 60 restart > /dev/null
        ;;
    stop)
        [ -d "$folder/data" ] || exit 0
        as_owner "$bin/pg_ctl" -D "$folder/data" -m fast -w stop > /dev/null
        ;;
    *)
        echo "usage: $0 start|restart|stop FOLDER" >&2
        exit 2
        ;;
esac
