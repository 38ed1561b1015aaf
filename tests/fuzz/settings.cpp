// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settings.h"

#include "core/plan/commandtemplate.h"
#include "core/plan/ignorepatterns.h"
#include "tests/fuzz/fuzz.h"

// settings.json, and the small languages within it. What is read without an error is written so
// that it reads as the same again.
namespace Batchdesk::Fuzz {

void fuzzOne(std::string_view input)
{
    const QByteArray text(input.data(), qsizetype(input.size()));
    const QString path = QStringLiteral("/nowhere/settings.json");
    const SettingsDocument document = parseSettings(text, path);
    for (const auto &errors : {document.errors, document.warnings}) {
        for (const Error &error : errors)
            require(!error.message.isEmpty() && !error.place.isEmpty(),
                    "what is wrong is said, with its place");
    }
    for (const QString &line : document.settings.application.ignore) {
        IgnorePatterns patterns;
        if (const auto added = patterns.add(line))
            (void)patterns.ignores(QStringLiteral("a/b.txt"), false);
        else
            require(!added.error().message.isEmpty(), "a refusal gives its reason");
    }
    const auto command =
        CommandTemplate::parse(document.settings.task.command, document.settings.pool.image.os);
    if (command.errors().isEmpty())
        (void)command.taskCommandLine(QStringLiteral("folder/in put.txt"), 1);
    if (!document.ok())
        return;
    const SettingsDocument again = parseSettings(serializeSettings(document.settings), path);
    require(again.ok(), "what was written can be read");
    require(again.settings == document.settings, "settings go round");
}

} // namespace Batchdesk::Fuzz
