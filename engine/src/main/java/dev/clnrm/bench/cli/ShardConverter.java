package dev.clnrm.bench.cli;

import dev.clnrm.bench.plan.Shard;
import picocli.CommandLine;

/** Parts as written. */
final class ShardConverter implements CommandLine.ITypeConverter<Shard> {
    @Override
    public Shard convert(String word) {
        return Shard.ofWord(word)
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "`" + word + "` is no part of a run; the parts of four are 1/4, 2/4, 3/4 and 4/4"));
    }
}
