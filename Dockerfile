# The action's image. The base is an argument: any Debian 13 with apt will do.
ARG BASE=docker.io/library/debian:trixie-slim

FROM ${BASE} AS build
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
       ca-certificates git maven openjdk-21-jdk-headless >/dev/null
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml ./
COPY dsl dsl
COPY engine engine
COPY cleanroom/pom.xml cleanroom/pom.xml
COPY benches/pom.xml benches/pom.xml
RUN mvn -q -B -ntp -pl dsl,engine -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true package \
    && mkdir -p /opt/clnrm-bench \
    && cp -r engine/target/clnrm-bench.jar engine/target/lib /opt/clnrm-bench/

FROM ${BASE}
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
       ca-certificates git maven openjdk-21-jdk-headless openjdk-25-jdk-headless >/dev/null \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/* /usr/lib/jvm/*/lib/src.zip /usr/lib/jvm/*/jmods \
       /usr/share/doc/*/changelog* /usr/share/man /usr/share/locale
COPY LICENSE THIRD-PARTY.md /opt/clnrm-bench/
COPY --from=build /opt/clnrm-bench /opt/clnrm-bench
# Not through a shell: dash drops variables such as INPUT_BUDGETS-FILE.
ENTRYPOINT ["/usr/lib/jvm/java-21-openjdk-amd64/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/opt/clnrm-bench/clnrm-bench.jar", "dev.clnrm.bench.action.ActionMain"]
