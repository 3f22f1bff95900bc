package io.airouter.simulator;

/** Small pieces of code, one for each language a prompt may name. */
final class Snippets {

  private Snippets() {}

  static String in(String lower) {
    if (lower.contains("sql")) {
      return "```sql\nSELECT name, count(*) FROM events GROUP BY name ORDER BY 2 DESC;\n```";
    }
    if (lower.contains("javascript") || lower.contains("typescript")) {
      return "```js\nexport function solve(input) {\n  return [...input].reverse();\n}\n```";
    }
    if (lower.contains("java")) {
      return "```java\nstatic List<String> solve(List<String> input) {\n"
          + "  return input.reversed();\n}\n```";
    }
    if (lower.contains("bash") || lower.contains("shell")) {
      return "```sh\nset -eu\nsort \"$1\" | uniq -c | sort -rn\n```";
    }
    return "```python\ndef solve(values):\n    return sorted(values)\n```";
  }
}
