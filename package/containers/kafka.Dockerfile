# Apache Kafka, of the libraries that Sectorwatch brings: for places that cannot fetch Apache's image.
FROM sectorwatch
USER root
COPY containers/kafka-run /etc/kafka/docker/run
RUN mkdir -p /var/lib/kafka/data && chown 10001:10001 /var/lib/kafka/data
USER 10001:10001
VOLUME /var/lib/kafka/data
HEALTHCHECK NONE
ENTRYPOINT []
CMD ["/etc/kafka/docker/run"]
