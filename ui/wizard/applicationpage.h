// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;
class QLineEdit;
class QTreeView;

namespace Batchdesk {

class ArchiveModel;
class LinesEdit;
class PathEdit;

//! \brief The program: its folder, what stays behind, and the tree of what will be sent.
class ApplicationPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit ApplicationPage(SettingsFile *document, QWidget *parent = nullptr);

    void showDraft(const DraftPtr &draft) override;

Q_SIGNALS:
    //! \brief A folder was chosen for a document in which nothing else stands yet.
    void projectChosen(const QString &folder);

protected:
    void showSettings() override;

private:
    QWidget *makeForm();
    QWidget *makeTree();
    void takeFolder(const QString &folder);

    PathEdit *m_folder = nullptr;
    QLineEdit *m_name = nullptr;
    LinesEdit *m_ignore = nullptr;
    QLabel *m_recognised = nullptr;
    QLabel *m_sum = nullptr;
    QTreeView *m_tree = nullptr;
    ArchiveModel *m_model = nullptr;
};

} // namespace Batchdesk
