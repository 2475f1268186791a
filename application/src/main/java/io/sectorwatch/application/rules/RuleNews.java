package io.sectorwatch.application.rules;

/** What a rule is beside those in effect. */
public enum RuleNews {
    NEW,
    CHANGED,
    UNCHANGED
}
