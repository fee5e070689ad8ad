package dev.storywire.topology.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Bounds RocksDB's memory for the whole process, whatever the number of lanes and stores. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  static {
    RocksDB.loadLibrary();
  }

  /** All stores together: what was read lately, indexes and filters, and what is to be written. */
  private static final long TOTAL_BYTES = 192L * 1024 * 1024;

  /** The part of it that writes may fill before the largest is flushed. */
  private static final long WRITE_BYTES = 64L * 1024 * 1024;

  private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    // else indexes and filters live outside the cache and grow with the store
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    // most look-ups are for a uri that has not been seen
    table.setFilterPolicy(new BloomFilter(10));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
  }

  @Override
  public void close(String storeName, Options options) {
    // cache and write buffers are the process's, not the store's
  }
}
