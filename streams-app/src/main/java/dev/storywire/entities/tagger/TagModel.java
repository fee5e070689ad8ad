package dev.storywire.entities.tagger;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A trained model of a tagger; see {@code docs/models/names.md}. */
public final class TagModel {
  private static final int MAGIC = 0x53574e31; // "SWN1": Storywire names, layout 1

  /**
   * Layout 3 has the common words and the lexicon of names after layout 1. A model without them has
   * layout 1.
   */
  private static final int MAGIC_3 = 0x53574e33; // "SWN3"

  private final TagWeights weights;
  private final int[] transitions;
  private final CaseLexicon lexicon;
  private final CommonWords common;
  private final NameLexicon names;

  /**
   * Takes ownership of the array.
   *
   * @param weights weight of each feature for each tag
   * @param transitions weight of each pair of successive tags, row by row, in the unit of the
   *     weights
   * @param lexicon case of the words in the training texts
   * @param common capitalised words that are not names
   * @param names how often the words of the training texts are in names
   */
  public TagModel(
      TagWeights weights,
      int[] transitions,
      CaseLexicon lexicon,
      CommonWords common,
      NameLexicon names) {
    this.weights = weights;
    this.transitions = transitions;
    this.lexicon = lexicon;
    this.common = common;
    this.names = names;
  }

  public TagWeights weights() {
    return weights;
  }

  /** Returns the weight of a pair of successive tags. */
  public int transition(int previous, int tag) {
    return transitions[previous * Tags.COUNT + tag];
  }

  public CaseLexicon lexicon() {
    return lexicon;
  }

  public CommonWords common() {
    return common;
  }

  public NameLexicon names() {
    return names;
  }

  public static TagModel read(InputStream stream) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16))) {
      int magic = in.readInt();
      if (magic != MAGIC && magic != MAGIC_3) {
        throw new IOException("not a names model (it must begin with SWN1 or SWN3)");
      }
      int[] transitions = new int[Tags.COUNT * Tags.COUNT];
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] = in.readInt();
      }
      int words = in.readInt();
      Int2IntOpenHashMap lexicon = new Int2IntOpenHashMap(words);
      for (int i = 0; i < words; i++) {
        lexicon.put(in.readInt(), in.readInt());
      }
      TagWeights weights = TagWeights.read(in);
      CommonWords common = magic == MAGIC ? CommonWords.NONE : CommonWords.read(in);
      NameLexicon names = magic == MAGIC ? NameLexicon.NONE : NameLexicon.read(in);
      return new TagModel(weights, transitions, new CaseLexicon(lexicon), common, names);
    }
  }

  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), 1 << 16))) {
      boolean hasNames = !names.isEmpty();
      out.writeInt(hasNames ? MAGIC_3 : MAGIC);
      for (int transition : transitions) {
        out.writeInt(transition);
      }
      int[] words = lexicon.documents().keySet().toIntArray();
      Arrays.sort(words);
      out.writeInt(words.length);
      for (int word : words) {
        out.writeInt(word);
        out.writeInt(lexicon.documents().get(word));
      }
      weights.write(out);
      if (hasNames) {
        common.write(out);
        names.write(out);
      }
    }
  }
}
