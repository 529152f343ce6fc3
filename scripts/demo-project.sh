# shellcheck shell=bash disable=SC2154 # root is set by who sources it
# Sourced by the scripts that make a repository to try things on: a folder with a git repository, the DSL and JMH in lib/.

demo_project() { # DIR
    mkdir -p "$1"
    cd "$1" || exit
    git init -q -b main
    git config user.name demo
    git config user.email demo@example.org
    mkdir lib
    local repository=${MAVEN_REPO:-$HOME/.m2/repository}
    cp "$(find "$root/dsl/target" -maxdepth 1 -name 'bench-dsl-*.jar' ! -name '*sources*' ! -name '*javadoc*' | head -n 1)" lib/bench-dsl.jar
    cp "$repository/org/openjdk/jmh/jmh-core/1.37/jmh-core-1.37.jar" lib/jmh-core.jar
    cp "$repository/net/sf/jopt-simple/jopt-simple/5.0.4/jopt-simple-5.0.4.jar" lib/jopt-simple.jar
    cp "$repository/org/apache/commons/commons-math3/3.6.1/commons-math3-3.6.1.jar" lib/commons-math3.jar
    printf 'target/\n.clnrm-bench/\n' > .gitignore
}

source_file() { # PATH, text on standard input
    mkdir -p "$(dirname "$1")"
    cat > "$1"
}

commit() { # TITLE
    git add -A
    git commit -q -m "$1"
}
