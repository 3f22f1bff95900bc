# Sourced by the tools beside it: where the router's database is. With DATABASE_URL the outside one, else
# the embedded one below ROUTER_DATA (default: data), which listens on a port of its own choice at each start.
# Sets `database` for psql and pg_dump; the password goes by the environment, where `ps` does not show it.
data=${ROUTER_DATA:-data}
cluster=$data/postgres/cluster

refuse() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

decoded() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

is_outside() {
  [ -n "${DATABASE_URL:-}" ]
}

# Whether the embedded PostgreSQL runs: its pid file may be left by one that was killed.
is_running() {
  [ -f "$cluster/postmaster.pid" ] && kill -0 "$(head -1 "$cluster/postmaster.pid")" 2> /dev/null
}

connect() {
  if is_outside; then
    database=${DATABASE_URL#jdbc:}
    local rest=${database#*://}
    case ${rest%%[/?]*} in
      *@*)
        local credentials=${rest%%@*}
        export PGUSER PGPASSWORD
        PGUSER=$(decoded "${credentials%%:*}")
        PGPASSWORD=$(decoded "${credentials#*:}")
        database=postgresql://${rest#*@}
        ;;
    esac
  else
    is_running || refuse "no PostgreSQL runs below '$data'; start the router, or set ROUTER_DATA or DATABASE_URL"
    export PGUSER=postgres PGPASSWORD
    PGPASSWORD=$(cat "$data/postgres/password")
    database=postgresql://localhost:$(sed -n 4p "$cluster/postmaster.pid")/router
  fi
}
