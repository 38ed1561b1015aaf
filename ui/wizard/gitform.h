// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"
#include "core/plan/settings.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Batchdesk {

class CredentialCombo;
class DurationEdit;
class Field;
class FoldButton;
class GitAccess;

//! \brief The fields of a Git repository, and whether it opens. Holds what stands in them; knows
//! nothing of a document.
class GitForm final : public QWidget
{
    Q_OBJECT

public:
    //! \param credentials has to outlive it.
    explicit GitForm(Git::Credentials *credentials, QWidget *parent = nullptr);

    //! \brief A field, and the settings that are edited in it.
    struct Bound
    {
        Field *field = nullptr;
        QStringList jsonPaths;
    };
    const QList<Bound> &fields() const { return m_fields; }

    const GitSource &source() const { return m_source; }
    //! \brief Shows another source. What is typed stays when it means the same.
    void setSource(const GitSource &source);
    //! \brief Forgets what was typed and is of no use now, such as the branch while the default one
    //! is chosen.
    void forget();
    //! \brief The chosen one, where it is known here.
    std::optional<Git::Credential> credential() const;
    //! \brief Says at the address what is wrong with it, unless something is said there already.
    void judgeAddress();
    //! \brief Unfolds the rare settings when something in them is wrong.
    void showWhatIsWrong();

Q_SIGNALS:
    //! \brief The user changed source(), at the key of $.application.git.
    void edited(const QString &key);
    //! \brief The user wants another key or token.
    void keysRequested();
    //! \brief The user wants to see the trusted hosts.
    void trustedHostsRequested();
    //! \brief credential() came, went or changed.
    void credentialChanged();
    //! \brief The keys of a host were pinned.
    void hostTrusted();

private:
    Field *addField(QVBoxLayout *layout, const QString &label, QWidget *editor,
                    const QStringList &keys);
    void addAddress(QVBoxLayout *layout);
    void addReference(QVBoxLayout *layout);
    void addFolder(QVBoxLayout *layout);
    void addCredential(QVBoxLayout *layout);
    void addAccess(QVBoxLayout *layout);
    void addMore(QVBoxLayout *layout);
    QWidget *makeMore();
    void takeCredentials();
    void takeReference();
    void showReference();
    void change(const QString &key, const std::function<void(GitSource &)> &how);

    Git::Credentials *m_credentials = nullptr;
    GitSource m_source;
    bool m_showing = false;
    QList<Bound> m_fields;
    QLineEdit *m_url = nullptr;
    Field *m_urlField = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_name = nullptr;
    Field *m_referenceField = nullptr;
    QLineEdit *m_folder = nullptr;
    CredentialCombo *m_credential = nullptr;
    Field *m_credentialField = nullptr;
    GitAccess *m_access = nullptr;
    FoldButton *m_more = nullptr;
    QWidget *m_rare = nullptr;
    QSpinBox *m_depth = nullptr;
    QCheckBox *m_submodules = nullptr;
    QCheckBox *m_lfs = nullptr;
    DurationEdit *m_timeout = nullptr;
};

} // namespace Batchdesk
