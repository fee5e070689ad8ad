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

/** Limits the memory of RocksDB for the whole process, independently of the number of stores. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  static {
    RocksDB.loadLibrary();
  }

  /** Memory of all stores together: block cache, indexes, filters and write buffers. */
  private static final long TOTAL_BYTES = 192L * 1024 * 1024;

  /** Part of the memory for write buffers. If it is exceeded, the largest buffer is flushed. */
  private static final long WRITE_BYTES = 64L * 1024 * 1024;

  private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    // otherwise indexes and filters are outside the cache and grow with the store
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    // most lookups are for an unknown uri
    table.setFilterPolicy(new BloomFilter(10));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
  }

  @Override
  public void close(String storeName, Options options) {
    // the cache and the write buffers belong to the process
  }
}
