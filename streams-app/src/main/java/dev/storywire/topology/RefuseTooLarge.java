package dev.storywire.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a record cannot be written: one that is too large is bad data and is left out
 * with an error in the log; anything else stops the thread, because leaving it out would lose it.
 */
public final class RefuseTooLarge implements ProductionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RefuseTooLarge.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (exception instanceof RecordTooLargeException) {
      LOG.error(
          "A record for {} is too large and is left out; it came from {}-{}@{}",
          record.topic(),
          context.topic(),
          context.partition(),
          context.offset(),
          exception);
      return Response.resume();
    }
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // nothing to set
  }
}
