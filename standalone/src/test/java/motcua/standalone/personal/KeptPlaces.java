package motcua.standalone.personal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import motcua.standalone.DatabaseLogin;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads everything that a place of the product keeps, and shows it to a scan. */
final class KeptPlaces {
  private static final String TABLES =
      "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
          + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
          // Nobody reads another session's; their bytes are looked through as files.
          + " AND schemaname NOT LIKE 'pg\\_temp\\_%'";

  private KeptPlaces() {}

  /** Every topic, those of Kafka, Connect and Streams too, open and aborted transactions too. */
  static Map<String, Integer> topics(String bootstrap, CanaryScan scan) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(bootstrap);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          String place = "topic " + record.topic();
          scan.scan(place + " key", record.key());
          scan.scan(place + " value", record.value());
          record.headers().forEach(header -> scan.scan(place, header.key()));
          record.headers().forEach(header -> scan.scan(place + " header", header.value()));
          counts.merge(record.topic(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static List<TopicPartition> partitions(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      List<TopicPartition> partitions = new ArrayList<>();
      for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(part -> partitions.add(new TopicPartition(topic.name(), part.partition())));
      }
      return partitions;
    }
  }

  /** Every column of every table of every schema, as text; bytes as hex. */
  static Map<String, Integer> tables(DatabaseLogin login, CanaryScan scan) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      for (String table : column(statement, TABLES)) {
        List<String> rows = column(statement, "SELECT t::text FROM " + table + " t");
        rows.forEach(row -> scan.scan("table " + table, row));
        counts.put(table, rows.size());
      }
    }
    return counts;
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Every file below a folder, its bytes and its name. */
  static int files(Path folder, Predicate<Path> left, CanaryScan scan) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.walk(folder)) {
      files = entries.filter(Files::isRegularFile).filter(left.negate()).toList();
    }
    for (Path file : files) {
      String place = "file " + folder.relativize(file);
      scan.scan(place, folder.relativize(file).toString());
      scan.scanFile(place, Files.readAllBytes(file));
    }
    return files.size();
  }

  /** Every key and value of the RocksDB stores below a folder, which lie compressed in files. */
  static Map<String, Integer> stores(Path folder, CanaryScan scan) throws Exception {
    List<Path> stores;
    try (Stream<Path> entries = Files.walk(folder)) {
      stores = entries.filter(entry -> Files.exists(entry.resolve("CURRENT"))).toList();
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Path store : stores) {
      counts.merge(store.getFileName().toString(), store(store, scan), Integer::sum);
    }
    return counts;
  }

  private static int store(Path store, CanaryScan scan) throws RocksDBException {
    List<ColumnFamilyDescriptor> families;
    try (Options options = new Options()) {
      families =
          RocksDB.listColumnFamilies(options, store.toString()).stream()
              .map(ColumnFamilyDescriptor::new)
              .toList();
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    int entries = 0;
    try (RocksDB database = RocksDB.openReadOnly(store.toString(), families, handles)) {
      for (ColumnFamilyHandle handle : handles) {
        try (RocksIterator entry = database.newIterator(handle)) {
          for (entry.seekToFirst(); entry.isValid(); entry.next()) {
            scan.scan("store " + store.getFileName() + " key", entry.key());
            scan.scan("store " + store.getFileName() + " value", entry.value());
            entries++;
          }
        }
      }
      handles.forEach(ColumnFamilyHandle::close);
    }
    return entries;
  }
}
