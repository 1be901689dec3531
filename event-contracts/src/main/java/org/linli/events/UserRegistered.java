package org.linli.events;

/** A person logged in for the first time. Carries no personal data: ids only. */
public record UserRegistered(String userId, String kind) implements DomainEvent {}
