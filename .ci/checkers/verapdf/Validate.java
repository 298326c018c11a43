import java.io.FileInputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges each file by PDF/A-3a and by PDF/UA-1, names each broken clause once, and ends with "N passed, N failed". */
public class Validate {
  private static boolean isSound(String file, PDFAFlavour standard) throws Exception {
    try (FileInputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, standard)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, 20, false, false, false);
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) return true;
      System.out.println(file + " is no " + standard);
      Set<String> broken = new LinkedHashSet<>();
      for (TestAssertion found : result.getTestAssertions()) {
        if (found.getStatus() != TestAssertion.Status.FAILED) continue;
        broken.add(found.getRuleId().getClause() + " " + found.getMessage() + " @ " + found.getLocation().getContext());
      }
      broken.forEach(line -> System.out.println("  " + line));
      return false;
    }
  }

  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int passed = 0;
    int failed = 0;
    for (String file : files) {
      for (PDFAFlavour standard : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
        if (isSound(file, standard)) passed++;
        else failed++;
      }
    }
    System.out.println(passed + " passed, " + failed + " failed");
    System.exit(failed == 0 ? 0 : 1);
  }
}
