package dev.perdure.api;

import java.util.random.RandomGenerator;

/// Random numbers that a replay sees again. For secrets use an effect: these are recorded.
public interface Random extends RandomGenerator {}
