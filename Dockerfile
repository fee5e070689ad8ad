# The service. Uses the jars of ./storywire build; in a fresh clone, builds them in the image.
FROM eclipse-temurin:17-jre AS build
WORKDIR /src
COPY . .
RUN ./storywire is-built || { \
    apt-get update \
    && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless \
    && JAVA_HOME=$(dirname "$(dirname "$(readlink -f /usr/bin/javac)")") ./storywire build; }

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/storywire --create-home storywire
WORKDIR /opt/storywire
# libraries change rarely, so that their layer is reused
COPY --from=build /src/streams-app/target/lib lib
COPY --from=build /src/streams-app/target/storywire-app-*.jar .
USER storywire
VOLUME /var/lib/storywire
EXPOSE 8080
ENV STORYWIRE_DATA_DIR=/var/lib/storywire
# the other half of the memory is for RocksDB and the page cache
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseParallelGC", "-XX:MaxInlineLevel=6", \
  "-XX:FreqInlineSize=120", "-XX:InlineSmallCode=1200", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Dfile.encoding=UTF-8", \
  "-cp", "/opt/storywire/*:/opt/storywire/lib/*", "dev.storywire.app.Storywire"]
HEALTHCHECK --interval=10s --timeout=20s --start-period=120s --retries=6 \
  CMD ["java", "-Xmx64m", "-XX:TieredStopAtLevel=1", \
    "-cp", "/opt/storywire/*:/opt/storywire/lib/*", "dev.storywire.app.Storywire", "doctor", "--live"]
CMD ["run"]
