package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.StackLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one {@code up} or {@code down} work at a time; the kernel drops it when its owner dies. */
final class StackLock implements AutoCloseable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(StackLayout layout) {
    try {
      Files.createDirectories(layout.run());
      FileChannel channel =
          FileChannel.open(
              layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StackFailure("Another ./ml up or ./ml down is at work here; wait for it to end.");
      }
      return new StackLock(channel);
    } catch (IOException e) {
      throw new StackFailure("cannot lock " + layout.run() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StackFailure("cannot unlock the stack: " + e.getMessage(), e);
    }
  }
}
