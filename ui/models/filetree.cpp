// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/filetree.h"

#include <QHash>

#include <algorithm>

namespace Batchdesk {

namespace {

class TreeMaker
{
public:
    TreeMaker() { m_tree.nodes.push_back({{}, 0, true, 0, 0, {}}); }

    void add(const ApplicationFile &file)
    {
        const qsizetype slash = file.path.lastIndexOf(QLatin1Char('/'));
        const quint32 folder = slash < 0 ? 0 : folderAt(file.path.left(slash));
        addChild(folder, file.path.mid(slash + 1), file.size, false);
        for (quint32 node = folder;; node = m_tree.nodes[node].parent) {
            m_tree.nodes[node].size += file.size;
            if (node == 0)
                break;
        }
    }

    FileTree finished()
    {
        for (FileTree::Node &node : m_tree.nodes) {
            // The files came sorted by path, so that only folders have to move to the front.
            std::stable_partition(node.children.begin(), node.children.end(),
                                  [this](quint32 child) { return m_tree.nodes[child].isFolder; });
            for (size_t row = 0; row < node.children.size(); ++row)
                m_tree.nodes[node.children[row]].row = quint32(row);
        }
        return std::move(m_tree);
    }

private:
    quint32 addChild(quint32 parent, const QString &name, qint64 size, bool isFolder)
    {
        const auto added = quint32(m_tree.nodes.size());
        m_tree.nodes.push_back({name, size, isFolder, parent, 0, {}});
        m_tree.nodes[parent].children.push_back(added);
        return added;
    }

    quint32 folderAt(const QString &path)
    {
        if (const auto known = m_folders.constFind(path); known != m_folders.constEnd())
            return *known;
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        const quint32 parent = slash < 0 ? 0 : folderAt(path.left(slash));
        const quint32 added = addChild(parent, path.mid(slash + 1), 0, true);
        m_folders.insert(path, added);
        return added;
    }

    FileTree m_tree;
    QHash<QString, quint32> m_folders;
};

} // namespace

FileTree FileTree::of(const QList<ApplicationFile> &files)
{
    TreeMaker maker;
    for (const ApplicationFile &file : files)
        maker.add(file);
    return maker.finished();
}

} // namespace Batchdesk
