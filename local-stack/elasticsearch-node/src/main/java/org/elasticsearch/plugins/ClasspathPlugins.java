package org.elasticsearch.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.Version;

/** Plugins that are already on the class path, given to the node as if they had been installed. */
public final class ClasspathPlugins extends PluginsLoader {

    private final Set<PluginBundle> bundles;

    private ClasspathPlugins(Set<PluginBundle> bundles) {
        super(Set.of(), bundles, Map.of());
        this.bundles = bundles;
    }

    /**
     * Presents the given plugin classes.
     *
     * @param noJars an existing folder without jars: a bundle insists on a folder, but everything is loaded already
     */
    public static ClasspathPlugins of(Path noJars, List<Class<? extends Plugin>> plugins) throws IOException {
        Set<PluginBundle> bundles = new LinkedHashSet<>();
        for (Class<? extends Plugin> plugin : plugins) {
            bundles.add(new PluginBundle(describe(plugin), noJars));
        }
        return new ClasspathPlugins(bundles);
    }

    @SuppressWarnings("NullAway") // a plugin outside of any module says so with null
    private static PluginDescriptor describe(Class<? extends Plugin> plugin) {
        String version = Version.CURRENT.toString();
        return new PluginDescriptor(
                plugin.getSimpleName(),
                "from the class path",
                version,
                version,
                "17",
                plugin.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false);
    }

    @Override
    public Stream<PluginLayer> pluginLayers() {
        return bundles.stream().map(Layer::new);
    }

    private record Layer(PluginBundle pluginBundle) implements PluginLayer {

        @Override
        public ClassLoader pluginClassLoader() {
            return ClasspathPlugins.class.getClassLoader();
        }

        @Override
        public ModuleLayer pluginModuleLayer() {
            return ModuleLayer.boot();
        }
    }
}
