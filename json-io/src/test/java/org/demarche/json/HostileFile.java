package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file with one fault, made from a sound one by the steps of a recipe. First the text is changed,
 * then its bytes:
 *
 * <ul>
 *   <li>{@code A => B}: the first A, which must occur, is replaced by B
 *   <li>{@code every A => B}, {@code begin B}, {@code end B}, {@code cut A}: each A is replaced, B
 *       is put before or after all, everything from the first A on is removed
 *   <li>{@code charset C}, {@code gzip}, {@code gzip A}: encodes the text in C, packs it, packs it
 *       in two members of which the second begins with the first A
 *   <li>{@code zip}: packs the parts of which each begins with a line such as {@code === name}
 *   <li>{@code drop N}, {@code add HEX}, {@code byte -N HEX}: removes the last N bytes, adds bytes,
 *       replaces the Nth byte from the end
 *   <li>{@code named F}: gives the file another name
 * </ul>
 *
 * <p>In a text, {@code ⟨U+200B⟩} is a character, {@code ⟨C0 AF⟩} are bytes as they are, {@code
 * ⟨text*9⟩} is a text nine times, and {@code ▸} marks the place of the fault.
 */
final class HostileFile {
  private static final String MARK = "▸";
  private static final String PART = "=== ";
  private static final Pattern SPECIAL = Pattern.compile("⟨([^⟩]*)⟩");
  private static final Pattern REPEATED = Pattern.compile("(?s)(.*)\\*(\\d+)");

  /** The first of 256 characters of the private use area that stand for bytes as they are. */
  private static final char FIRST_BYTE = '\uF700';

  private String name;
  private String text;
  private byte[] bytes = {};
  private boolean isEncoded;

  private HostileFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Makes a file.
   *
   * @param name the name of the sound file
   * @param sound its text
   * @param recipe the steps, with {@code ¦} between them
   */
  static HostileFile of(String name, String sound, String recipe) {
    HostileFile file = new HostileFile(name, sound);
    Splitter.on(" ¦ ").omitEmptyStrings().split(recipe).forEach(file::step);
    return file;
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return isEncoded ? bytes : encoded(unmarked(), UTF_8);
  }

  /** Returns the line and column of the mark. */
  String marked() {
    int at = text.indexOf(MARK);
    if (at < 0) {
      throw new IllegalArgumentException("no mark in " + name);
    }
    String before = text.substring(0, at).replace("\uFEFF", "");
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (before.length() - before.lastIndexOf('\n'));
  }

  private String unmarked() {
    return text.replace(MARK, "");
  }

  private void step(String step) {
    if (step.contains(" => ")) {
      List<String> sides = Splitter.on(" => ").limit(2).splitToList(step + " ");
      String other = expanded(sides.get(1).substring(0, sides.get(1).length() - 1));
      boolean every = step.startsWith("every ");
      String part = expanded(sides.get(0).substring(every ? "every ".length() : 0));
      int at = found(part);
      text =
          every
              ? text.replace(part, other)
              : text.substring(0, at) + other + text.substring(at + part.length());
      return;
    }
    List<String> words = Splitter.on(' ').limit(2).splitToList(step);
    String given = words.size() == 1 ? "" : words.get(1);
    switch (words.get(0)) {
      case "begin" -> text = expanded(given) + text;
      case "end" -> text += expanded(given);
      case "cut" -> text = text.substring(0, found(expanded(given)));
      case "named" -> name = given;
      case "charset" -> take(encoded(unmarked(), Charset.forName(given)));
      case "gzip" -> gzip(given);
      case "zip" -> take(zipped(unmarked()));
      case "drop" -> take(Arrays.copyOf(bytes(), bytes().length - Integer.parseInt(given)));
      case "add" -> take(Bytes.concat(bytes(), hex(given)));
      case "byte" -> {
        byte[] changed = bytes().clone();
        List<String> at = Splitter.on(' ').splitToList(given);
        changed[changed.length + Integer.parseInt(at.get(0))] = hex(at.get(1))[0];
        take(changed);
      }
      default -> throw new IllegalArgumentException("no step: " + step);
    }
  }

  private int found(String part) {
    int at = text.indexOf(part);
    if (at < 0) {
      throw new IllegalArgumentException("does not occur: " + part);
    }
    return at;
  }

  private void take(byte[] other) {
    bytes = other;
    isEncoded = true;
  }

  private void gzip(String second) {
    if (second.isEmpty()) {
      take(packed(bytes()));
    } else {
      int at = found(second);
      take(
          Bytes.concat(
              packed(text.substring(0, at).getBytes(UTF_8)),
              packed(text.substring(at).getBytes(UTF_8))));
    }
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  private static byte[] zipped(String parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : Splitter.on(PART).omitEmptyStrings().split(parts)) {
        int end = part.indexOf('\n');
        zip.putNextEntry(new ZipEntry(part.substring(0, end)));
        zip.write(encoded(part.substring(end + 1), UTF_8));
        zip.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  /** Returns parts of a zip file as a text. */
  static String parts(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> PART + part.getKey() + "\n" + part.getValue())
        .collect(Collectors.joining());
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** Encodes a text in which some characters stand for bytes. */
  private static byte[] encoded(String text, Charset charset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_BYTE && c <= FIRST_BYTE + 0xFF) {
        out.writeBytes(plain.toString().getBytes(charset));
        plain.setLength(0);
        out.write(c - FIRST_BYTE);
      } else {
        plain.append(c);
      }
    }
    out.writeBytes(plain.toString().getBytes(charset));
    return out.toByteArray();
  }

  private static String expanded(String text) {
    return SPECIAL.matcher(text).replaceAll(found -> literal(found.group(1)));
  }

  private static String literal(String special) {
    return Matcher.quoteReplacement(meant(special));
  }

  private static String meant(String special) {
    if (special.startsWith("U+")) {
      return Character.toString(Integer.parseInt(special.substring(2), 16));
    }
    List<MatchResult> repeated = REPEATED.matcher(special).results().toList();
    if (!repeated.isEmpty()) {
      MatchResult times = repeated.get(0);
      return times.group(1).repeat(Integer.parseInt(times.group(2)));
    }
    return new String(hex(special), ISO_8859_1)
        .chars()
        .mapToObj(c -> String.valueOf((char) (FIRST_BYTE + c)))
        .collect(Collectors.joining());
  }

  /** Returns a document with the records of some lines, on one line. */
  static String document(String lines) {
    return Stream.of("source", "actor", "occasion", "proposition", "claim")
        .map(type -> "\"" + type + "s\": [" + records(lines, type) + "]")
        .collect(Collectors.joining(", ", "{\"demarche\": 1, ", "}"));
  }

  private static String records(String lines, String type) {
    String begin = "{\"" + type + "\": ";
    return lines
        .lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length(), line.length() - 1))
        .collect(Collectors.joining(", "));
  }
}
