# A shared class archive halves the start-up time. To be sourced after java.sh.
#
# Which classes it holds is learned from the commands listed in training/commands. It is valid for one build and one
# Java; the virtual machine itself checks that, and goes without it when in doubt.

# Sets archive to the archive of the program in folder $1 for the Java at hand, and makes it if there is none.
# An empty archive says that it could not be made; it is tried again after the next build.
find_archive() {
    archive=$1/canbao-$java_version.jsa
    if [ ! -e "$archive" ] || [ "$1/canbao.jar" -nt "$archive" ]; then
        [ -w "$1" ] && make_archive "$1" "$2"
    fi
    [ -s "$archive" ]
}

# $1: folder of the program; $2: folder of the training commands.
make_archive() {
    [ ! -t 2 ] || printf 'canbao: preparing start-up for Java %s, once\n' "$java_version" >&2
    work=$(mktemp -d) || return 0
    new=$1/.archive.$$
    cp -R "$2" "$work/training"
    (
        cd "$work/training"
        number=0
        while read -r arguments; do
            number=$((number + 1))
            # The arguments are words without spaces: unquoted on purpose. A command may fail, its classes count.
            # shellcheck disable=SC2086
            "$java" -XX:DumpLoadedClassList="$work/classes.$number" -XX:+UseSerialGC -Xlog:disable \
                -Djava.awt.headless=true -jar "$1/canbao.jar" $arguments || :
        done <commands
        merge_class_lists "$work" >"$work/classes"
        # Objects of the archive's heap can be written under G1 only; they are read under any collector.
        "$java" -Xshare:dump -XX:+UseG1GC -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$new" \
            -cp "$1/canbao.jar"
    ) >/dev/null 2>&1 </dev/null || rm -f "$new"
    [ -e "$new" ] || : >"$new"
    chmod u+w "$new"
    mv -f "$new" "$archive"
    rm -rf "$work"
}

# Classes first, then what refers to classes (lines with @), without the numbers that mean something in one run only.
merge_class_lists() {
    sed -e '/^[@#]/d' -e '/source:/d' -e 's/ id: [0-9]*$//' "$1"/classes.* | awk '!seen[$0]++'
    sed -n '/^@/p' "$1"/classes.* | awk '!seen[$0]++'
}
