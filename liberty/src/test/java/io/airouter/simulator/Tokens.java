package io.airouter.simulator;

import java.util.ArrayList;
import java.util.List;

/** The simulator's tokenizer: four characters (code points) are one token. */
final class Tokens {

  private static final int CHARACTERS = 4;

  private Tokens() {}

  static int count(String text) {
    int characters = text.codePointCount(0, text.length());
    return (characters + CHARACTERS - 1) / CHARACTERS;
  }

  /** The text in tokens; joined they are the text again. */
  static List<String> split(String text) {
    List<String> tokens = new ArrayList<>(text.length() / CHARACTERS + 1);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      for (int i = 0; i < CHARACTERS && end < text.length(); i++) {
        end += Character.charCount(text.codePointAt(end));
      }
      tokens.add(text.substring(start, end));
      start = end;
    }
    return tokens;
  }
}
