package dev.clnrm.bench.declare;

/** Reads the top of the file. */
final class FileReader {
    private FileReader() {}

    static BudgetsFile read(SourceText source, String text, Findings findings) throws DeclarationException {
        findings.throwErrors();
        if (text.isBlank()) {
            findings.add(source.error(new dev.clnrm.bench.model.Place(source.name(), 0, 0), 0, "the file is empty"));
        }
        findings.throwErrors();
        return BudgetsFile.empty(source.name());
    }
}
