package com.aicashevolution.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NoticeBoardIT {

  private static final Notice LINES = new Notice.LinesChanged();
  private static final Notice EURUSD = new Notice.CandlesChanged(Symbol.of("EURUSD"), Timeframe.H1);

  private final List<Notice> heard = new CopyOnWriteArrayList<>();

  @Test
  void shouldTellEveryListenerThoughOneFails() {
    NoticeListener broken =
        notice -> {
          throw new IllegalStateException("cannot look");
        };
    try (NoticeBoard board = new NoticeBoard(List.of(broken, heard::add)).start()) {
      board.post(LINES);
      board.post(EURUSD);
      await().until(() -> heard.size() == 2);
    }
    assertThat(heard).containsExactly(LINES, EURUSD);
  }

  @Test
  void shouldLookOnceMoreHoweverManyEqualNoticesComeWhileItLooks() throws InterruptedException {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    NoticeListener slow =
        notice -> {
          heard.add(notice);
          looking.countDown();
          try {
            mayGoOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (NoticeBoard board = new NoticeBoard(List.of(slow)).start()) {
      board.post(LINES);
      looking.await();
      for (int i = 0; i < 1_000; i++) {
        board.post(LINES);
      }
      board.post(EURUSD);
      mayGoOn.countDown();
      await().until(() -> heard.contains(EURUSD));
    }
    assertThat(heard).containsExactly(LINES, LINES, EURUSD);
  }
}
