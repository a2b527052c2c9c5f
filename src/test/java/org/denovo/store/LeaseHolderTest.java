package org.denovo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a folder is told, also when he has taken the lock and not signed yet. */
class LeaseHolderTest {

  @TempDir Path folder;

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void oneWhoSignsAMomentAfterTakingTheLockIsNamed() throws Exception {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("denovo.lease"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Path note = Files.createFile(folder.resolve("denovo.lease.txt"));
      CompletableFuture.runAsync(
          () -> sign(note, "process 4711 on night-host"),
          CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS));
      assertThatThrownBy(() -> Lease.ofFolder(folder, "process 1 on here"))
          .isInstanceOfSatisfying(
              Lease.Held.class,
              held -> assertThat(held.holder()).isEqualTo("process 4711 on night-host"));
    }
  }

  private static void sign(Path note, String holder) {
    try {
      Files.writeString(note, holder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
