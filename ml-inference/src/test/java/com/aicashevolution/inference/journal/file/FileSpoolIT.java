package com.aicashevolution.inference.journal.file;

import static com.aicashevolution.inference.journal.JournalEntries.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.inference.journal.JournalEntries;
import com.aicashevolution.inference.journal.SpoolContract;
import com.aicashevolution.platform.journal.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSpoolIT extends SpoolContract {

  @TempDir Path directory;
  private final List<FileSpool> opened = new ArrayList<>();

  @Override
  protected FileSpool spoolForTen() throws IOException {
    List<byte[]> ten = entries(0, 10).stream().map(JournalEntryFormat::write).toList();
    FileSpool spool = FileSpool.open(directory, RecordFile.bytesFor(ten));
    opened.add(spool);
    return spool;
  }

  @AfterEach
  void close() throws IOException {
    for (FileSpool spool : opened) {
      spool.close();
    }
  }

  /** Leaves a file that holds entries {@code [0, count)}, as an earlier process would. */
  private Path leave(int count) throws IOException {
    try (FileSpool earlier = spoolForTen()) {
      earlier.append(entries(0, count));
    }
    return directory.resolve("predictions.spool");
  }

  @Test
  void bringsBackInOrderWhatAnEarlierProcessLeft() throws IOException {
    leave(3);

    assertThat(spoolForTen().oldest(9))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-0", "request-1", "request-2");
  }

  @Test
  void bringsBackRemovedEntriesRatherThanLosingOne() throws IOException {
    try (FileSpool earlier = spoolForTen()) {
      earlier.append(entries(0, 3));
      earlier.remove(2);
    }

    assertThat(spoolForTen().size()).isEqualTo(3);
  }

  @Test
  void leavesAnEmptyFileOnceAllIsReplayed() throws IOException {
    FileSpool spool = spoolForTen();
    spool.append(entries(0, 3));
    spool.remove(3);

    assertThat(directory.resolve("predictions.spool")).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 500, 1_500})
  void dropsATornEndAndKeepsACopyOfIt(int bytesLost) throws IOException {
    Path file = leave(3);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - bytesLost));

    try (FileSpool recovered = spoolForTen()) {
      assertThat(recovered.size()).isEqualTo(2);
      assertThat(damagedFiles()).hasSize(1);
      recovered.append(List.of(JournalEntries.entry(5)));
    }
    assertThat(spoolForTen().oldest(9))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-0", "request-1", "request-5");
  }

  @Test
  void stopsAtARecordWhoseChecksumIsWrong() throws IOException {
    Path file = leave(3);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(spoolForTen().oldest(9))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-0");
    assertThat(damagedFiles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Integer.MAX_VALUE})
  void doesNotBelieveAnAbsurdLength(int length) throws IOException {
    Path file = leave(1);
    byte[] absurd = ByteBuffer.allocate(64).putInt(length).array();
    Files.write(file, absurd, StandardOpenOption.APPEND);

    assertThat(spoolForTen().size()).isEqualTo(1);
  }

  @Test
  void keepsWhatItSetAsideAcrossEntries() throws IOException {
    FileSpool spool = spoolForTen();
    spool.append(entries(0, 3));
    spool.setAsideOldest();
    spool.setAsideOldest();

    try (RecordFile refused = RecordFile.open(directory.resolve("refused.spool"))) {
      List<RecordFile.Slot> slots = refused.recover();
      assertThat(slots).hasSize(2);
      assertThat(JournalEntryFormat.read(refused.read(slots.get(1))).requestId())
          .isEqualTo("request-1");
    }
  }

  @Test
  void refusesADirectoryThatIsInUse() throws IOException {
    spoolForTen();

    assertThatThrownBy(() -> FileSpool.open(directory, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another process");
  }

  @Test
  void makesItsDirectory() throws IOException {
    try (FileSpool deep = FileSpool.open(directory.resolve("a/b"), 1_000)) {
      assertThat(deep.isEmpty()).isTrue();
    }
  }

  @Test
  void refusesALayoutItDoesNotKnow() {
    byte[] bytes = JournalEntryFormat.write(JournalEntries.entry(1));
    bytes[0] = 9;

    assertThatThrownBy(() -> JournalEntryFormat.read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("journal entry has layout 9, known are 1 to 2");
  }

  @Test
  void readsWhatTheReleaseBeforeTheFactorLeftInTheSpool() throws IOException {
    byte[] bytes = JournalEntryFormat.write(JournalEntries.entry(1));
    byte[] weights = "default".getBytes(StandardCharsets.UTF_8);
    int end = 0;
    while (!Arrays.equals(bytes, end, end + weights.length, weights, 0, weights.length)) {
      end++;
    }
    end += weights.length;
    byte[] older = new byte[bytes.length - Double.BYTES];
    System.arraycopy(bytes, 0, older, 0, end);
    System.arraycopy(bytes, end + Double.BYTES, older, end, older.length - end);
    older[0] = 1;

    JournalEntry read = JournalEntryFormat.read(older);

    assertThat(read.weightFactor()).isEqualTo(1.0);
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("weightFactor")
        .isEqualTo(JournalEntries.entry(1));
  }

  private List<Path> damagedFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.getFileName().toString().startsWith("damaged-")).toList();
    }
  }
}
