# Runs Maven. To be sourced after java.sh.

# Sets maven to the program that builds the project in folder $1.
find_maven() {
    find_java
    [ -x "$java_home/bin/javac" ] || fail "$java_home is a Java without compiler: $install_hint"
    JAVA_HOME=$java_home
    export JAVA_HOME
    maven=$1/mvnw
    # The wrapper fetches the pinned Maven; where nothing can fetch, the Maven of the machine will do.
    if ! command -v curl >/dev/null && ! command -v wget >/dev/null && command -v mvn >/dev/null; then
        maven=mvn
    fi
}

# Says in one sentence what Maven's log file $1 says in a hundred lines, if it is the network.
explain_failure() {
    if grep -q -E 'UnknownHost|Could not transfer|Cannot access .* in offline mode|Connection (refused|timed out)|[Ff]ailed to fetch|Could not resolve host' "$1"; then
        fail "the first build fetches Maven and the libraries, and could not; it needs a network or a filled ~/.m2"
    fi
}
