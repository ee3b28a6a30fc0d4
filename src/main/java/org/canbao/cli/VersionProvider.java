package org.canbao.cli;

import org.canbao.run.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"canbao " + Versions.canbao(), "Java " + Versions.java()};
    }
}
