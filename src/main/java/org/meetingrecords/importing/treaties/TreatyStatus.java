package org.meetingrecords.importing.treaties;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.staging.DataSet;

/** Status tables of treaties deposited with the UN Secretary-General: {@code treaty-status}. */
public final class TreatyStatus implements Format {

  static final String KEY = "treaty-status";

  private static final String INDEX = "index.csv";
  private static final String TABLES = "treaties/";
  private static final String DECLARATIONS = "declarations/";

  private static final DataSet.About ABOUT =
      DataSet.About.published(
          "Multilateral Treaties Deposited with the Secretary-General",
          "United Nations Treaty Collection",
          "United Nations, Office of Legal Affairs, Treaty Section",
          "https://treaties.un.org",
          "SECRETARIAT",
          "United Nations; reuse with reference to the United Nations Treaty Collection",
          "United Nations Treaty Collection, “Multilateral Treaties Deposited with the Secretary-General”,"
              + " https://treaties.un.org");

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String index = input.named(INDEX);
    String folder = index.substring(0, index.length() - INDEX.length());
    var tables = named(input, folder + TABLES, ".csv");
    var texts = named(input, folder + DECLARATIONS, ".txt");
    if (tables.isEmpty()) {
      throw new FileFault(new Place(TABLES, 0), "there is no table named as treaties/4-9.csv");
    }
    var expected = new ArrayList<>(List.of(index));
    expected.addAll(tables);
    expected.addAll(texts);
    input.expect(expected);
    var set = new DataSet(loader, KEY, ABOUT, index);
    var treaties = new TreatyIndex(loader, set).read(input, index);
    var actions = new TreatyActions(loader, set);
    var waiting = new HashMap<>(treaties);
    for (String file : tables) {
      String treaty = treaty(file, treaties, loader);
      if (treaty != null) {
        actions.table(input, file, treaty);
        waiting.remove(number(file));
      }
    }
    loader.report().note("instruments without a table", waiting.size());
    for (String file : texts) {
      String treaty = treaty(file, treaties, loader);
      if (treaty != null) {
        new TreatyDeclarations(loader, actions, treaty).read(input, file);
      }
    }
  }

  private static List<String> named(Input input, String folder, String ending) {
    return input.files().keySet().stream()
        .filter(file -> file.startsWith(folder) && file.endsWith(ending))
        .toList();
  }

  /** A file is named by chapter and treaty: 4-11-b for IV-11-b. */
  private static String number(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'))
        .toLowerCase(Locale.ROOT);
  }

  private static @Nullable String treaty(String file, Map<String, String> treaties, Loader loader) {
    String treaty = treaties.get(number(file));
    if (treaty == null) {
      loader.reject(new Place(file, 0), "%s has no treaty %s".formatted(INDEX, number(file)), "");
    }
    return treaty;
  }
}
