package io.sectorwatch.schemas.yaml;

/**
 * Something wrong in what a person wrote.
 *
 * @param path where, as in {@code when.gap.to.area}
 */
public record Mistake(String path, String text) {
    @Override
    public String toString() {
        return path.isEmpty() ? text : "field '" + path + "' " + text;
    }
}
