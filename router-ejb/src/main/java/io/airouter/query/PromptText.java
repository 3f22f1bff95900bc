package io.airouter.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one pass over a prompt sees. Of a long prompt only the head and the tail are read, where
 * people put what they want; what lies between is mostly the material to work on. Linear in what is
 * read, which is bounded.
 *
 * @param words in lower case, in order, of head and tail
 * @param length of the whole prompt in characters
 */
record PromptText(
    List<String> words, long length, int questions, int sentences, int arithmetic, int codeMarks) {
  private static final int HEAD = 16_000;
  private static final int TAIL = 4_000;
  private static final int LONGEST_WORD = 40;

  PromptText {
    words = List.copyOf(words);
  }

  static PromptText of(String prompt) {
    String read = prompt;
    if (prompt.length() > HEAD + TAIL) {
      read = prompt.substring(0, HEAD) + "\n" + prompt.substring(prompt.length() - TAIL);
    }
    return new Pass(read.toLowerCase(Locale.ROOT)).run(prompt.length());
  }

  boolean isQuestion() {
    return questions > 0;
  }

  /** The state of the one pass. */
  private static final class Pass {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int questions;
    private int sentences;
    private int arithmetic;
    private int codeMarks;

    Pass(String text) {
      this.text = text;
    }

    PromptText run(long length) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (isWordPart(c, i)) {
          word.append(c);
        } else {
          endWord();
          mark(c, i);
        }
      }
      endWord();
      return new PromptText(words, length, questions, sentences, arithmetic, codeMarks);
    }

    /** Inside a word also what stands in c++, tl;dr, trade-offs and a/b. */
    private boolean isWordPart(char c, int at) {
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
      boolean joined = !word.isEmpty() && isLetter(at + 1) && isLetter(at - 1);
      boolean plusPlus = c == '+' && !word.isEmpty() && word.charAt(0) == 'c' && word.length() < 3;
      return (joined && (c == '-' || c == '\'' || c == '/' || c == ';')) || plusPlus;
    }

    private void mark(char c, int at) {
      switch (c) {
        case '?' -> questions++;
        case '.', '!' -> sentences++;
        case '+', '*', '=', '^', '×', '÷', '√', '∫' -> arithmetic += besideDigit(at) ? 1 : 0;
        case '{', '}', ';', '`' -> codeMarks++;
        default -> {
          // Says nothing of the type.
        }
      }
    }

    private boolean besideDigit(int at) {
      return isDigit(at + 1) || isDigit(at + 2) || isDigit(at - 1) || isDigit(at - 2);
    }

    private boolean isLetter(int at) {
      return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isDigit(int at) {
      return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private void endWord() {
      if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
        words.add(word.toString());
      }
      word.setLength(0);
    }
  }
}
