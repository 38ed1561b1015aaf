// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/jsonpositions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace Batchdesk {

namespace {

//! No document of ours is deeper; a hostile one must not make long paths by the million.
constexpr size_t deepestIndexed = 16;

//! An object or array that the scan is inside of.
struct Frame
{
    QString path;
    bool isObject = false;
    bool expectsKey = false;
    qsizetype index = 0;
    QString key;
};

//! Offset behind the string that begins at \a at.
qsizetype endOfString(const QByteArray &text, qsizetype at)
{
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) == '\\')
            ++i;
        else if (text.at(i) == '"')
            return i + 1;
    }
    return text.size();
}

QString decodedString(const QByteArray &literal)
{
    if (!literal.contains('\\'))
        return QString::fromUtf8(literal.mid(1, literal.size() - 2));
    return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
}

bool isPlainWord(const QString &key)
{
    return !key.isEmpty() && !key.at(0).isDigit()
        && std::all_of(key.begin(), key.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$');
           });
}

} // namespace

QString jsonChildPath(const QString &parent, const QString &key)
{
    if (isPlainWord(key))
        return parent + QLatin1Char('.') + key;
    QString quoted = key;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return parent + QStringLiteral("[\"%1\"]").arg(quoted);
}

QString jsonItemPath(const QString &parent, qsizetype index)
{
    return parent + QStringLiteral("[%1]").arg(index);
}

JsonPositions::JsonPositions(const QByteArray &text)
{
    std::vector<Frame> frames;
    int line = 1;
    const auto place = [&]() {
        if (frames.empty())
            return QStringLiteral("$");
        const Frame &frame = frames.back();
        return frame.isObject ? jsonChildPath(frame.path, frame.key)
                              : jsonItemPath(frame.path, frame.index);
    };
    const auto noteValue = [&]() {
        if (frames.size() <= deepestIndexed && (frames.empty() || !frames.back().isObject))
            m_lines.insert(place(), line);
    };
    for (qsizetype i = 0; i < text.size();) {
        const char c = text.at(i);
        if (c == '\n') {
            ++line;
        } else if (c == '{' || c == '[') {
            noteValue();
            frames.push_back({place(), c == '{', c == '{', 0, {}});
        } else if (c == '}' || c == ']') {
            if (!frames.empty())
                frames.pop_back();
        } else if (c == ',' && !frames.empty()) {
            frames.back().expectsKey = frames.back().isObject;
            ++frames.back().index;
        } else if (c == '"') {
            const qsizetype end = endOfString(text, i);
            if (!frames.empty() && frames.back().expectsKey) {
                frames.back().key = decodedString(text.mid(i, end - i));
                frames.back().expectsKey = false;
                if (frames.size() <= deepestIndexed) {
                    const QString path = place();
                    if (m_lines.contains(path))
                        m_duplicates << path;
                    m_lines.insert(path, line);
                }
            } else {
                noteValue();
            }
            i = end;
            continue;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != ':') {
            noteValue();
        }
        ++i;
    }
}

int JsonPositions::lineOf(const QString &path) const
{
    for (QString at = path; !at.isEmpty();) {
        const auto found = m_lines.constFind(at);
        if (found != m_lines.constEnd())
            return *found;
        at.truncate(std::max(at.lastIndexOf(QLatin1Char('.')), at.lastIndexOf(QLatin1Char('['))));
    }
    return 1;
}

std::pair<int, int> JsonPositions::lineAndColumn(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(lineStart)).size()) + 1};
}

} // namespace Batchdesk
