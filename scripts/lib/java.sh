# Finds the Java of this machine. To be sourced by the scripts beside this folder.

# Says what is wrong and what to do, and ends.
fail() {
    printf 'canbao: %s\n' "$*" >&2
    exit 2
}

install_hint="install a JDK 17 or newer (Debian, Ubuntu: 'apt install openjdk-17-jdk'; macOS: 'brew install openjdk'; \
others: https://adoptium.net), or set JAVA_HOME to one"

# Sets java (the program), java_home, java_version (such as 17.0.15+6) and java_major (17).
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java: $install_hint"
    else
        java=$(command -v java) || fail "found no Java: $install_hint"
    fi
    java_home=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")")")
    java_version=$(version_of_release "$java_home/release")
    [ -n "$java_version" ] || ask_java
    java_major=${java_version%%[!0-9]*}
    [ "$java_major" -ge 17 ] 2>/dev/null || fail "$java is Java ${java_version:-of unknown version}, too old: $install_hint"
}

# Reads the version from the file that every JDK carries: a tenth of the time of asking the program.
version_of_release() {
    [ -r "$1" ] || return 0
    while IFS='=' read -r key value; do
        case $key in
            JAVA_RUNTIME_VERSION | JAVA_VERSION)
                value=${value#\"}
                printf '%s\n' "${value%\"}"
                return 0
                ;;
        esac
    done <"$1"
}

ask_java() {
    settings=$("$java" -XshowSettings:properties -version 2>&1) || fail "$java does not run: $install_hint"
    java_version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.runtime\.version = //p')
    java_home=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
    # Java 8 and older call themselves 1.8: major version 1, too old all the same.
}
