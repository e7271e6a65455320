#!/usr/bin/env bash
# LocalStack for the suites that run on Testcontainers, also where no image can be pulled: engine and an equivalent
# image are made from what apt, pip and Maven bring.
#   E=$(bash .ci/localstack.sh) && eval "$E"   engine and image if missing, prints what to export (log on stderr)
#   bash .ci/localstack.sh env | status | stop | clean
# Needs root, apt-get, pip, the repository's mvnw, CPython 3.12 or 3.13 (pyenv's will do), a JDK with jlink.
set -euo pipefail
W=${XDG_CACHE_HOME:-$HOME/.cache}/permit-portal/localstack   # short: a unix socket's path must stay under 108 characters
LS=4.14.0; IMAGE=localstack/localstack:$LS                   # the last one that asks for no token
AS_OF=2026-03-01                           # dependencies as of that day: newer ones break it (cbor2 6 did)
DDB=3.3.1; BOM=2.54.13; UV=0.13.9          # DynamoDB Local alone does not resolve (AWS SDK 2.48.3 incomplete): the BOM lifts it
REQ=("localstack-core[base-runtime]==$LS" moto-ext pymongo tzdata)   # S3, DynamoDB and its streams, SQS, SNS, STS, IAM, KMS, SSM
R=$W/root; SITE=/opt/localstack/site; LIB=/usr/lib/localstack; SOCK=$W/docker.sock
MVNW=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/mvnw
STAMP=$({ cat "${BASH_SOURCE[0]}"; echo "${REQ[@]}"; } | sha256sum | cut -c1-16)
T0=$SECONDS
log() { echo "[localstack +$((SECONDS - T0))s] $*" >&2; }
die() { log "ERROR: $*"; exit 1; }
dk() { docker -H "unix://$SOCK" "$@"; }
alive() { [ -s "$W/dockerd.pid" ] && grep -qa dockerd "/proc/$(cat "$W/dockerd.pid")/cmdline" 2>/dev/null; }

python_for_ls() {   # 4.14.0 says >= 3.10 but has syntax of 3.12; the real image runs 3.13
  local p
  for p in "${LS_PYTHON:-}" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13.*/bin/python3 /usr/bin/python3.13 /usr/local/bin/python3.13 \
           "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12.*/bin/python3 /usr/bin/python3.12 /usr/local/bin/python3.12; do
    [ -x "$p" ] && { echo "$p"; return; }
  done
  die "no CPython 3.12 or 3.13: set LS_PYTHON"
}

payload() {   # $R$SITE: the Python packages; $R$LIB: what LocalStack would download at run time (DynamoDB Local, a JRE)
  [ "$(cat "$R/.stamp" 2>/dev/null)" = "$STAMP" ] && return
  command -v jlink >/dev/null || die "a JDK with jlink must be on PATH"
  rm -rf "$R"; mkdir -p "$R$SITE" "$R$LIB/java" "$W/tmp"
  local py d=$R$LIB/dynamodb-local/2 j; py=$(python_for_ls)
  log "Python packages (${REQ[*]}) with $py"
  "$py" -m venv --clear "$W/uv" && "$W/uv/bin/pip" install -q --disable-pip-version-check "uv==$UV"
  "$W/uv/bin/uv" pip install -q --no-cache --compile-bytecode --link-mode copy --exclude-newer $AS_OF \
    --python "$W/uv/bin/python" --target "$R$SITE" "${REQ[@]}"
  OVERRIDE_IN_DOCKER=0 FILESYSTEM_ROOT=$R PYTHONPATH=$R$SITE "$py" -m localstack.aws.spec >&2   # service catalog: 4 s less per start
  rm -rf "${R:?}/var" "${R:?}/tmp" "${R:?}/etc"
  log "JRE"
  jlink --add-modules java.se,jdk.unsupported,jdk.zipfs,jdk.crypto.ec --strip-java-debug-attributes \
    --no-header-files --no-man-pages --output "$R$LIB/java/21"       # 21 is the name it looks under; 17 and up will do
  log "DynamoDB Local $DDB"
  mkdir -p "$d/DynamoDBLocal_lib"
  cat >"$W/tmp/pom.xml" <<P
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>localstack</groupId><artifactId>ddb</artifactId><version>1</version><packaging>pom</packaging>
<dependencyManagement><dependencies><dependency><groupId>software.amazon.awssdk</groupId><artifactId>bom</artifactId>
<version>$BOM</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>
<dependencies><dependency><groupId>software.amazon.dynamodb</groupId><artifactId>DynamoDBLocal</artifactId>
<version>$DDB</version></dependency></dependencies></project>
P
  "$MVNW" -B -f "$W/tmp/pom.xml" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$d/DynamoDBLocal_lib" >"$W/mvn.log" 2>&1 || die "Maven: $(grep -m1 ERROR "$W/mvn.log")"
  (cd "$d/DynamoDBLocal_lib" && rm -f ./*.dll ./*.dylib ./*i386* mockito-* hamcrest-* objenesis-*)
  cat >"$W/tmp/NoAgent.java" <<<'public class NoAgent { public static void premain(String a) {} }'
  javac --release 17 -d "$W/tmp" "$W/tmp/NoAgent.java"               # stands in for LocalStack's "more than 20 GSIs" patch
  jar cfm "$d/ddb-local-loader-0.1.jar" <(echo 'Premain-Class: NoAgent') -C "$W/tmp" NoAgent.class
  { echo 'Main-Class: software.amazon.dynamodb.services.local.main.ServerRunner'
    printf 'Class-Path: .'; for j in "$d"/DynamoDBLocal_lib/*.jar; do printf ' \n  %s' "DynamoDBLocal_lib/${j##*/}"; done; echo
  } >"$W/tmp/manifest"
  jar cfm "$d/DynamoDBLocal.jar" "$W/tmp/manifest"
  echo "$STAMP" >"$R/.stamp"
}

engine() {
  dk version >/dev/null 2>&1 && return
  if ! command -v dockerd >/dev/null; then
    log "installing docker.io"; export DEBIAN_FRONTEND=noninteractive
    for _ in $(seq 30); do                                            # the lists' lock has no wait option of its own
      apt-get update -qq >"$W/apt.log" 2>&1 && break
      grep -q 'Could not get lock' "$W/apt.log" || break              # another source failing does not matter
      sleep 5
    done
    apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends docker.io >>"$W/apt.log" 2>&1 \
      || die "apt-get failed: $(tail -3 "$W/apt.log")"
  fi
  alive || rm -f "$W/dockerd.pid"                                     # a stale one whose number is taken stops dockerd
  log "starting dockerd"
  # --iptables=false: no NAT, so containers reach nothing outside; published ports go through the userland proxy.
  # --dns 127.0.0.1: names fail at once there (with the machine's own nameserver the first S3 call hung 10 s)
  setsid dockerd --data-root "$W/data" --exec-root "$W/exec" --pidfile "$W/dockerd.pid" -H "unix://$SOCK" \
    --iptables=false --ip6tables=false --ip 127.0.0.1 --dns 127.0.0.1 >"$W/dockerd.log" 2>&1 </dev/null &
  for _ in $(seq 120); do dk version >/dev/null 2>&1 && return; sleep 0.25; done
  die "dockerd did not come up: $(grep -iE 'fatal|failed' "$W/dockerd.log" | tail -3)"
}

image() {
  [ "$(dk image inspect -f '{{index .Config.Labels "permit-portal"}}' $IMAGE 2>/dev/null)" = "$STAMP" ] && return
  payload
  log "root file system"
  local py exe std F=$W/rootfs b; py=$(python_for_ls)
  exe=$("$py" -c 'import os,sys; print(os.path.realpath(sys.executable))')
  std=$("$py" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
  rm -rf "$F"; mkdir -p "$F"/usr/{bin,sbin,lib,lib64,local/bin} "$F"/{etc,opt,proc,sys,dev,run,root,var/lib/localstack} "$F"/etc/localstack/init/{boot,start,ready,shutdown}.d
  mkdir -m 1777 "$F/tmp" "$F/var/tmp"
  for b in bin sbin lib lib64; do ln -s usr/$b "$F/$b"; done
  for b in bash dash env sleep cat ls cp mv rm mkdir rmdir chmod chown ln touch head tail date id uname hostname dirname basename \
           readlink tr cut sort wc tee true false test printf expr grep sed find xargs ps kill tar gzip curl; do
    b=$(type -P $b) && cp -L "$b" "$F/usr/bin/" || true
  done
  ln -s dash "$F/usr/bin/sh"; ln -s "$exe" "$F/usr/local/bin/python3"; ln -s "$exe" "$F/usr/local/bin/python"
  tar -C / --exclude='*/test' --exclude='*/idlelib' --exclude='*/tkinter' --exclude='*/turtledemo' --exclude='*/ensurepip' \
      --exclude='*/config-3.*' --exclude='*/lib2to3' --exclude="${std#/}/site-packages" --exclude='*.opt-[12].pyc' \
      -cf - "${exe#/}" "${std#/}" | tar -C "$F" -xf -
  cp -al "$R/opt" "$R/usr" "$F/" 2>/dev/null || cp -a "$R/opt" "$R/usr" "$F/"
  # every shared library that any of it asks for, from this machine
  { find "$F" -type f \( -perm -u+x -o -name '*.so*' \) -print0 | xargs -0 ldd 2>/dev/null || true; } | grep -oE '(=> )?/[^ :]+\.so[^ :]*' |
    sed 's/^=> //' | sort -u | while read -r b; do case $b in "$F"/*) ;; *) cp -Ln --parents "$b" "$F/" ;; esac; done
  echo 'root:x:0:0:root:/root:/bin/bash' >"$F/etc/passwd"; echo 'root:x:0:' >"$F/etc/group"
  echo 'hosts: files dns' >"$F/etc/nsswitch.conf"; cp /etc/os-release "$F/etc/"
  mkdir -p "$F/etc/ssl/certs"; cp -L /etc/ssl/certs/ca-certificates.crt "$F/etc/ssl/certs/"
  touch "$F$LIB/.community-version"
  printf '#!/bin/bash\nexec /usr/local/bin/python3 %s/bin/localstack-supervisor "$@"\n' $SITE >"$F/usr/local/bin/docker-entrypoint.sh"
  chmod 755 "$F/usr/local/bin/docker-entrypoint.sh"
  log "image"
  tar -C "$F" --owner=0 --group=0 -cf - . | dk import -c 'ENTRYPOINT ["docker-entrypoint.sh"]' -c 'EXPOSE 4566' \
    -c "ENV PATH=/usr/local/bin:/usr/bin:/bin PYTHONPATH=$SITE PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8 GATEWAY_LISTEN=0.0.0.0:4566 SKIP_SSL_CERT_DOWNLOAD=1 DISABLE_EVENTS=1 DNS_ADDRESS=0" \
    -c "LABEL permit-portal=$STAMP" - $IMAGE >/dev/null
  rm -rf "$F"; dk image prune -f --filter label=permit-portal >/dev/null
}

print_env() {   # HOST_OVERRIDE: where the build itself runs in a container, Testcontainers would go to the bridge's address
  printf 'export %s\n' "DOCKER_HOST=unix://$SOCK" TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true \
    "LOCALSTACK_IMAGE=$IMAGE"
}

stop() {
  if alive; then
    local c; c=$(dk ps -aq) && [ -n "$c" ] && dk rm -fv $c >/dev/null 2>&1 || true
    kill "$(cat "$W/dockerd.pid")"
    for _ in $(seq 100); do alive || break; sleep 0.2; done
    alive && die "dockerd does not stop"
  fi
  log "stopped"
}

mkdir -p "$W"
exec 9>"$W/lock"; [ "${1:-up}" = env ] || flock 9
case ${1:-up} in
  up) engine 9>&-; image 9>&-; print_env; log "up: $(dk image ls --format '{{.Repository}}:{{.Tag}} {{.Size}}' $IMAGE)" ;;
  env) print_env ;;
  status) dk version >/dev/null 2>&1 && dk version -f 'engine {{.Server.Version}}' || echo "engine down"; dk image ls $IMAGE 2>/dev/null || true ;;
  stop) stop ;;
  clean) stop; umount "$W/data" 2>/dev/null || true; rm -rf "${W:?}"/{data,exec,root,rootfs,tmp,uv} ;;
  *) sed -n '2,7p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
