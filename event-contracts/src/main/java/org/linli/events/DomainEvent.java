package org.linli.events;

/** The data part of an event. Every implementation is a record listed in {@link EventType}. */
public interface DomainEvent {}
