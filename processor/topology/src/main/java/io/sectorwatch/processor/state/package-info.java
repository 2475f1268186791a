/** State on the heap and its log on a changelog topic; the only package that touches internals of Kafka Streams. */
@NullMarked
package io.sectorwatch.processor.state;

import org.jspecify.annotations.NullMarked;
