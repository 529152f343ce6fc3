# The action's image. The base is an argument: any Debian 13 with apt works.
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
COPY templates templates
COPY cleanroom/pom.xml cleanroom/pom.xml
COPY benches/pom.xml benches/pom.xml
COPY research/pom.xml research/pom.xml
# If the builder sets every file's time to 0, Maven's compiler plugin regards copied resources as stale and removes them.
RUN find . -exec touch {} + \
    && mvn -q -B -ntp -pl dsl,engine -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true package \
    && mkdir -p /opt/clnrm-bench \
    && cp -r engine/target/bin engine/target/clnrm-bench.jar engine/target/lib /opt/clnrm-bench/
COPY LICENSE THIRD-PARTY.md /opt/clnrm-bench/
COPY licences /opt/clnrm-bench/licences
# The licences in the jars of libraries, and the Apache licence for jars without one.
RUN cp /usr/share/common-licenses/Apache-2.0 /opt/clnrm-bench/licences/apache-2.0.txt \
    && for jar in /opt/clnrm-bench/lib/*.jar; do \
         name=$(basename "$jar" .jar); \
         for text in $(jar tf "$jar" | grep -E '(^|/)(LICENSE|NOTICE)(\.txt)?$' | grep -v '^org/'); do \
           mkdir -p /tmp/texts "/opt/clnrm-bench/licences/$name" \
           && (cd /tmp/texts && jar xf "$jar" "$text" && cp "$text" "/opt/clnrm-bench/licences/$name/"); \
         done; \
       done

FROM ${BASE}
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
       ca-certificates git maven openjdk-21-jdk-headless openjdk-25-jdk-headless >/dev/null \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/* /usr/lib/jvm/*/lib/src.zip /usr/lib/jvm/*/jmods \
       /usr/share/doc/*/changelog* /usr/share/man /usr/share/locale
COPY --from=build /opt/clnrm-bench /opt/clnrm-bench
# The name of a JDK's folder on Debian contains the architecture.
RUN ln -s "/usr/lib/jvm/java-21-openjdk-$(dpkg --print-architecture)" /opt/clnrm-bench/jdk \
    && ln -s /opt/clnrm-bench/bin/clnrm-bench /usr/local/bin/clnrm-bench
# Not through a shell: dash drops variables such as INPUT_BUDGETS-FILE.
ENTRYPOINT ["/opt/clnrm-bench/jdk/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/opt/clnrm-bench/clnrm-bench.jar", "dev.clnrm.bench.action.ActionMain"]
